import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension, Editions } from '../../src/feedback/editions.ts';
import { nextEdition, published, type Live } from '../../src/feedback/next-edition.ts';
import { SCORES } from '../../src/feedback/scale.ts';

/** One answer: what it is counted under, and its step (0–3). */
interface Said {
  readonly groups: readonly string[];
  step: number;
}

const said = fc
  .record({
    indicators: fc.constantFrom(['6', '7', '8'], ['6', '7'], ['8'], ['6']),
    channel: fc.constantFrom('line', 'web', 'web', 'web'),
    point: fc.constantFrom('A', 'A', 'A', 'B', 'B', 'C', 'D', ''),
    step: fc.nat(3),
    topic: fc.constantFrom('i6a', 'i8b', ''),
  })
  .map(({ indicators, channel, point, step, topic }) => ({
    groups: [
      'all ',
      ...indicators.map((no) => `indicator ${no}`),
      `channel ${channel}`,
      `point ${point}`,
      ...(topic ? [`topic ${topic}`] : []),
    ],
    step,
  }));

const ORDER = ['all ', ...['6', '7', '8'].map((no) => `indicator ${no}`), 'channel line', 'channel web'].concat(
  ['A', 'B', 'C', 'D', ''].map((point) => `point ${point}`),
  ['W45', 'W46', 'W47', 'W48', 'W49', 'W50'].map((week) => `week ${week}`),
  ['topic i6a', 'topic i8b'],
);

/** A published figure and the answers (by number and step) that it stands for. */
interface Figure {
  readonly key: string;
  readonly at: string;
  readonly answers: ReadonlySet<string>;
}

/** Publishes once a week while answers come in, and notes which answers each published figure stands for. */
function run(weeks: readonly (readonly Said[])[]): { figures: Figure[]; editions: Editions[] } {
  const all: Said[] = [];
  const figures: Figure[] = [];
  const editions: Editions[] = [];
  weeks.forEach((answers, index) => {
    all.push(...answers.map((one) => ({ ...one, groups: [...one.groups, `week W${45 + index}`] })));
    const now = new Date(Date.UTC(2026, 10, 8 + index * 7));
    const members = (key: string): [number, Said][] => [...all.entries()].filter(([, one]) => one.groups.includes(key));
    const live: Live[] = ORDER.map((key) => ({
      dimension: key.split(' ')[0] as Dimension,
      name: key.slice(key.indexOf(' ') + 1),
      counts: SCORES.map((_, step) => members(key).filter(([, one]) => one.step === step).length),
    }));
    const edition = nextEdition(editions.at(-1), live, now);
    editions.push(edition);
    for (const group of edition.groups) {
      const at = group.history.at(-1)?.at;
      if (at !== now.toISOString()) continue;
      const key = `${group.dimension} ${group.name}`;
      figures.push({ key, at, answers: new Set(members(key).map(([no, one]) => `${no}:${one.step}`)) });
    }
  });
  return { figures, editions };
}

const weeks = fc.array(fc.array(said, { maxLength: 14 }), { minLength: 1, maxLength: 6 });

describe('published tallies', () => {
  it('never let anyone subtract one figure from another and be left with one to four people', () => {
    let pairs = 0;
    fc.assert(
      fc.property(weeks, (given) => {
        const { figures } = run(given);
        for (const a of figures) {
          expect(a.answers.size).toBeGreaterThanOrEqual(5);
          for (const b of figures) {
            if (a === b || ![...b.answers].every((one) => a.answers.has(one))) continue;
            pairs += 1;
            const left = a.answers.size - b.answers.size;
            if (left > 0 && left < 5) throw new Error(`${a.key} at ${a.at} minus ${b.key} at ${b.at} leaves ${left}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(pairs).toBeGreaterThan(1_000);
  });

  it('never let anyone take all shown parts from the whole and be left with one to four people', () => {
    fc.assert(
      fc.property(weeks, (given) => {
        const { editions } = run(given);
        for (const { groups } of editions) {
          const sizeOf = (dimension: Dimension): number =>
            groups
              .filter((group) => group.dimension === dimension)
              .reduce((sum, group) => sum + (published(group) ?? []).reduce((a, b) => a + b, 0), 0);
          for (const dimension of ['channel', 'point', 'week'] as const) {
            const left = sizeOf('all') - sizeOf(dimension);
            if (left > 0 && left < 5) throw new Error(`all minus every ${dimension} leaves ${left}`);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('show every group when all are large', () => {
    const steps = [0, 1, 2, 3];
    const answers = ['A', 'B'].flatMap((point) =>
      ['line', 'web'].flatMap((channel) =>
        steps.flatMap((step) =>
          Array.from({ length: 10 }, () => ({
            groups: ['all ', 'indicator 6', `channel ${channel}`, `point ${point}`],
            step,
          })),
        ),
      ),
    );
    const { editions } = run([answers]);
    const shown = editions[0]?.groups
      .filter((group) => published(group))
      .map(({ dimension, name }) => dimension + name);
    expect(shown).toEqual(['all', 'indicator6', 'channelline', 'channelweb', 'pointA', 'pointB', 'weekW45']);
  });

  it('do not move for fewer than five more answers, or for somebody who changes theirs', () => {
    const live = (...counts: number[]): Live[] => [{ dimension: 'all', name: '', counts }];
    const first = nextEdition(undefined, live(5, 5, 0, 0), new Date(0));
    const changed = nextEdition(first, live(4, 6, 0, 0), new Date(1));
    const more = nextEdition(changed, live(4, 6, 4, 0), new Date(2));
    const enough = nextEdition(more, live(4, 6, 5, 0), new Date(3));
    expect([first, changed, more, enough].map(({ groups }) => groups[0] && published(groups[0]))).toEqual([
      [5, 5, 0, 0],
      [5, 5, 0, 0],
      [5, 5, 0, 0],
      [4, 6, 5, 0],
    ]);
  });

  it('stay few in number however long a round lasts', () => {
    let edition: Editions | undefined;
    for (let n = 0; n < 3_000; n += 1) {
      edition = nextEdition(edition, [{ dimension: 'all', name: '', counts: [n * 300, 0, 0, 0] }], new Date(n));
    }
    expect(edition?.groups[0]?.history.length).toBeLessThan(300);
  });
});
