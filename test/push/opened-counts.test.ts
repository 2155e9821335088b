import { describe, expect, it } from 'vitest';
import { OpenedCounts } from '../../src/push/opened-counts.ts';
import type { Counts, Push } from '../../src/push/push.ts';
import { unitOf } from '../../src/push/unit-of.ts';
import type { Doc } from '../../src/store/port.ts';

const NOW = Date.parse('2026-11-23T10:00:00+07:00');
const MINUTE = 60_000;
const NOTHING: Counts = { sent: 0, acceptedBefore: 0, refused: 0, unknown: 0, expired: 0, leftOut: 0, waiting: 0 };

function pushed(id: string, more: Partial<Push> = {}): Doc<Push> {
  const counts = { ...NOTHING, sent: 45 };
  return {
    id,
    data: {
      kind: 'news',
      summary: 'ข่าว',
      state: 'done',
      stoppedBecause: null,
      by: 'schedule',
      planner: null,
      plannedAtMs: NOW,
      people: 45,
      gone: 0,
      parts: 1,
      urgent: false,
      reach: null,
      handles: [],
      unit: unitOf(id),
      counts,
      ...more,
    },
  };
}

/** LINE's answers by unit, and what was asked of it. */
function asking(answers: Readonly<Record<string, number | null>>) {
  const asked: string[] = [];
  let now = NOW;
  const counts = new OpenedCounts(
    async (unit, sentAt, at) => {
      asked.push(unit);
      expect([sentAt.getTime(), at.getTime()]).toEqual([NOW, now]);
      return answers[unit];
    },
    () => new Date(now),
  );
  return { asked, counts, advance: (ms: number) => void (now += ms) };
}

describe('how many opened a push', () => {
  it('is told of those for which LINE gives a number', async () => {
    const { counts } = asking({ a: 45, b: null });
    expect([...(await counts.of([pushed('a'), pushed('b'), pushed('c')]))]).toEqual([['a', 45]]);
  });

  it.each<[string, Doc<Push>]>([
    ['has no unit', pushed('a', { unit: null })],
    ['shares its unit with others', pushed('staff-digest-20261207T0900', { unit: 'staff_digest_202612' })],
    ['is on its way', pushed('a', { state: 'sending', counts: null })],
    ['reached fewer than LINE tells of', pushed('a', { counts: { ...NOTHING, sent: 19, refused: 20, leftOut: 6 } })],
  ])('is not asked if it %s', async (_, push) => {
    const { counts, asked } = asking({});
    expect((await counts.of([push])).size).toBe(0);
    expect(asked).toEqual([]);
  });

  it('is asked if it may have reached enough people', async () => {
    const { counts, asked } = asking({});
    await counts.of([pushed('a', { counts: { ...NOTHING, sent: 10, acceptedBefore: 5, unknown: 5 } })]);
    expect(asked).toEqual(['a']);
  });

  it('is asked of the six newest at most', async () => {
    const { counts, asked } = asking({});
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await counts.of([pushed('none', { unit: null }), ...ids.map((id) => pushed(id))]);
    expect(asked).toEqual(ids.slice(0, 6));
  });

  it('is remembered for an hour, also that there is no number', async () => {
    const { counts, asked, advance } = asking({ a: 45, b: null });
    const both = [pushed('a'), pushed('b')];
    await counts.of(both);
    advance(60 * MINUTE - 1);
    expect([...(await counts.of(both))]).toEqual([['a', 45]]);
    expect(asked).toEqual(['a', 'b']);
    advance(1);
    await counts.of(both);
    expect(asked).toEqual(['a', 'b', 'a', 'b']);
  });

  it('is asked again after ten minutes if LINE did not say', async () => {
    const answers: Record<string, number> = {};
    const { counts, asked, advance } = asking(answers);
    await counts.of([pushed('a')]);
    advance(10 * MINUTE - 1);
    await counts.of([pushed('a')]);
    expect(asked).toEqual(['a']);
    answers['a'] = 30;
    advance(1);
    expect([...(await counts.of([pushed('a')]))]).toEqual([['a', 30]]);
  });

  it('is asked once by two who look at the same time', async () => {
    const { counts, asked } = asking({ a: 45 });
    const [one, other] = await Promise.all([counts.of([pushed('a')]), counts.of([pushed('a')])]);
    expect([one.get('a'), other.get('a')]).toEqual([45, 45]);
    expect(asked).toEqual(['a']);
  });
});
