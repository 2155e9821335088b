import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/measures/change.ts';
import { changeMeasure, type Doing } from '../../src/measures/change-measure.ts';
import { MeasureSchema, STANDING, type Measure } from '../../src/measures/measure.ts';
import { pictureIdOf } from '../../src/measures/pictures/picture.ts';
import { ProgressSchema, type Progress } from '../../src/measures/progress.ts';
import { readNote, type Note } from '../../src/measures/read-note.ts';
import { undoChange, UNDO_MS } from '../../src/measures/undo-change.ts';
import { measure } from '../chat/answers/knowledge.ts';

const AT = new Date('2026-11-22T03:00:00.000Z');
const ANN = { handle: 'AAAAAAA1', role: 'staff', division: null } as const;
const BEN = { handle: 'BBBBBBB2', role: 'staff', division: null } as const;

const doing = (no: number, by: Doing['by'] = ANN, at = AT): Doing => ({ by, at, entry: `event-${no}` });
const NEW = measure(1, { fiscalYear: 2570, promisedIn: null, items: [], indicators: [] });

/** The measure after these changes, one after another; fails if one is refused. */
function after(...changes: Change[]): Measure {
  return changes.reduce((now, change, no) => {
    const changed = changeMeasure(now, change, doing(no));
    if (changed.kind === 'refused') throw new Error(`${change.kind} was refused: ${changed.reason}`);
    return changed.measure;
  }, NEW);
}
const refusal = (now: Measure, change: Change): string => {
  const changed = changeMeasure(now, change, doing(99));
  return changed.kind === 'refused' ? changed.reason : 'changed';
};
const START = { kind: 'start' } as const;
const DONE = { kind: 'done' } as const;
const REOPEN = { kind: 'reopen' } as const;
const STOP = { kind: 'stop', reason: 'งบประมาณไม่พอ' } as const;
const percent = (value: number, stillOpen?: true): Change => ({
  kind: 'percent',
  percent: value,
  ...(stillOpen ? { stillOpen } : {}),
});

describe('a measure', () => {
  it('is at 100 % when it is done', () => {
    expect(after(DONE)).toMatchObject({ status: 'done', percent: 100 });
    expect(after(START, percent(40), DONE)).toMatchObject({ status: 'done', percent: 100 });
  });

  it('keeps its percent when it is stopped, and says why', () => {
    expect(after(percent(40), STOP)).toMatchObject({ status: 'stopped', percent: 40, stoppedBecause: 'งบประมาณไม่พอ' });
  });

  it('is started by a percent above zero, and not by zero', () => {
    expect(after(percent(5)).status).toBe('under-way');
    expect(after(percent(0))).toMatchObject({ status: 'not-started', percent: 0 });
  });

  it('asks at 100 % whether it is done, and can be at 100 % without being done', () => {
    expect(refusal(after(START), percent(100))).toBe('ask-done');
    expect(after(percent(100, true))).toMatchObject({ status: 'under-way', percent: 100 });
  });

  it('goes on when it is reopened: without a percent if it had been done, with the one it had if it had been stopped', () => {
    expect(after(DONE, REOPEN)).toMatchObject({ status: 'under-way', percent: null });
    expect(after(percent(40), STOP, REOPEN)).toMatchObject({ status: 'under-way', percent: 40, stoppedBecause: null });
  });

  it.each([
    ['start', after(START), START, 'already'],
    ['start when done', after(DONE), START, 'closed'],
    ['done twice', after(DONE), DONE, 'already'],
    ['done when stopped', after(STOP), DONE, 'closed'],
    ['stop twice', after(STOP), STOP, 'already'],
    ['stop when done', after(DONE), STOP, 'closed'],
    ['stop without a reason', NEW, { kind: 'stop', reason: ' \n ' }, 'no-reason'],
    ['stop with a novel', NEW, { kind: 'stop', reason: 'ก'.repeat(1_001) }, 'reason-too-long'],
    ['reopen what is open', NEW, REOPEN, 'already'],
    ['a percent when done', after(DONE), percent(50), 'closed'],
    ['the same percent', after(percent(50)), percent(50), 'already'],
    ['101 %', NEW, percent(101), 'bad-percent'],
    ['-1 %', NEW, percent(-1), 'bad-percent'],
    ['half a percent', NEW, percent(0.5), 'bad-percent'],
    ['the same division', NEW, { kind: 'assign', division: null }, 'already'],
    ['a day that is none', NEW, { kind: 'due', day: '2027-02-30' }, 'bad-day'],
    ['a day that is over', NEW, { kind: 'due', day: '2026-11-21' }, 'ask-day'],
    ['a day after the year', NEW, { kind: 'due', day: '2027-10-01' }, 'ask-day'],
    ['a day before the year', NEW, { kind: 'due', day: '2026-09-30' }, 'ask-day'],
    ['anything when carried over', { ...NEW, carriedTo: '2571-1' }, START, 'carried'],
  ] as const)('refuses %s', (_, now, change, reason) => {
    expect(refusal(now, change)).toBe(reason);
  });

  it.each(['2026-11-22', '2027-09-30'])('takes %s as its due day without asking', (day) => {
    expect(after({ kind: 'due', day }).dueDate).toBe(day);
  });

  it('takes a doubtful due day from whoever is sure', () => {
    expect(after({ kind: 'due', day: '2026-11-21', sure: true }).dueDate).toBe('2026-11-21');
    expect(after({ kind: 'due', day: '2026-12-01' }, { kind: 'due', day: null }).dueDate).toBeNull();
  });

  it('has been heard of by progress, and not by who looks after it or until when', () => {
    expect(after({ kind: 'assign', division: 'finance' }, { kind: 'due', day: '2026-12-01' }).progressAt).toBeNull();
    expect(after(START).progressAt).toBe(AT.toISOString());
  });

  it('is not heard of earlier by an event that comes late', () => {
    const late = changeMeasure(after(START), percent(10), doing(2, ANN, new Date(AT.getTime() - 1_000)));
    expect(late).toMatchObject({ measure: { percent: 10, progressAt: AT.toISOString() } });
  });

  it('shows words, link and picture of one day together, and what comes on another day alone', () => {
    const picture = { id: pictureIdOf('p'), state: 'waiting', width: null, height: null, lostBecause: null } as const;
    const morning = after(
      { kind: 'note', note: { text: 'จัดอบรมแล้ว', link: 'https://example.go.th/a' } },
      { kind: 'picture', picture },
    );
    expect(morning.lastNote).toMatchObject({ text: 'จัดอบรมแล้ว', link: 'https://example.go.th/a', picture });
    const tomorrow = new Date('2026-11-22T17:30:00.000Z');
    const next = changeMeasure(
      morning,
      { kind: 'note', note: { text: 'พิมพ์คู่มือ', link: null } },
      doing(3, ANN, tomorrow),
    );
    expect(next).toMatchObject({ measure: { lastNote: { text: 'พิมพ์คู่มือ', link: null, picture: null } } });
  });

  it('has no note that says nothing', () => {
    const kept = (text: string | null): boolean =>
      MeasureSchema.safeParse({ ...NEW, lastNote: { text, link: null, picture: null, at: AT.toISOString() } }).success;
    expect([kept('จัดอบรมแล้ว'), kept(null), kept('')]).toEqual([true, true, false]);
  });

  it('knows who has changed it since when', () => {
    const once = changeMeasure(NEW, START, doing(1));
    if (once.kind === 'refused') throw new Error('it starts');
    const twice = changeMeasure(once.measure, percent(10), doing(2));
    if (twice.kind === 'refused') throw new Error('it goes on');
    expect(twice.measure.lastChange).toEqual({ entry: 'event-2', by: ANN.handle, since: 0 });
    expect(changeMeasure(twice.measure, percent(20), doing(3, BEN))).toMatchObject({
      measure: { lastChange: { entry: 'event-3', by: BEN.handle, since: 2 } },
    });
  });
});

describe('undoing', () => {
  const changed = changeMeasure(after(START), percent(40), doing(7));
  if (changed.kind === 'refused') throw new Error('it goes on');
  const later = (ms: number, by: Doing['by'] = ANN): Doing => doing(8, by, new Date(AT.getTime() + ms));
  const undone = (last: Progress, how: Doing, now = changed.measure) => undoChange(now, last, 'event-7', how);

  it('gives back what was there, with a new revision', () => {
    expect(undone(changed.progress, later(UNDO_MS))).toMatchObject({
      measure: { ...after(START), revision: 3, lastChange: { entry: 'event-8' } },
      progress: { kind: 'undo', undoes: 'event-7', before: { percent: 40 }, after: { percent: null } },
    });
  });

  it.each([
    ['after ten minutes', later(UNDO_MS + 1), changed.progress, 'too-late'],
    ['what another did', later(1, BEN), changed.progress, 'not-yours'],
    ['what was undone', later(1), { ...changed.progress, undone: true }, 'not-undoable'],
    ['an undoing', later(1), { ...changed.progress, kind: 'undo' }, 'not-undoable'],
    ['what a command did', later(1), { ...changed.progress, by: 'command' }, 'not-undoable'],
    ['by a command', later(1, 'command'), changed.progress, 'not-undoable'],
    ['what is not the newest', later(1), { ...changed.progress, revision: 1 }, 'changed-since'],
  ] as const)('is refused %s', (_, how, last, reason) => {
    expect(undone(last, how)).toEqual({ kind: 'not-undone', reason });
  });
});

describe('a note', () => {
  it.each<readonly [string, Note | 'empty' | 'too-long']>([
    ['  จัดอบรมแล้ว 30 คน ', { text: 'จัดอบรมแล้ว 30 คน', link: null }],
    [
      'ดูรูปที่ https://example.go.th/ภาพ?a=1 ครับ',
      { text: 'ดูรูปที่ https://example.go.th/ภาพ?a=1 ครับ', link: 'https://example.go.th/%E0%B8%A0%E0%B8%B2%E0%B8%9E?a=1' },
    ],
    ['https://example.go.th/a.', { text: null, link: 'https://example.go.th/a' }],
    ['(https://example.go.th/a)', { text: null, link: 'https://example.go.th/a' }],
    ['ดูที่https://example.go.thได้', { text: 'ดูที่https://example.go.thได้', link: 'https://example.go.th/' }],
    ['http://example.go.th ไม่ปลอดภัย', { text: 'http://example.go.th ไม่ปลอดภัย', link: null }],
    [`https://example.go.th/${'ก'.repeat(300)}`, { text: `https://example.go.th/${'ก'.repeat(300)}`, link: null }],
    ['\u0000 \u202E ', 'empty'],
    ['ก'.repeat(1_001), 'too-long'],
  ])('is read from %j', (typed, note) => {
    expect(readNote(typed)).toEqual(note);
  });
});

/** Anything anybody may try, sensible or not. */
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom<Change>(START, DONE, REOPEN, { kind: 'due', day: null }),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((reason) => ({ kind: 'stop', reason }) as const),
  fc
    .record({ percent: fc.constantFrom(-1, 0, 1, 25, 50, 99, 100, 101), stillOpen: fc.boolean() })
    .map((given) => ({ kind: 'percent', ...given }) as const),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => ({ kind: 'note', note: { text, link: null } }) as const),
  fc.uuid().map(
    (id) =>
      ({
        kind: 'picture',
        picture: { id: pictureIdOf(id), state: 'waiting', width: null, height: null, lostBecause: null },
      }) as const,
  ),
  fc.constantFrom(null, 'finance', 'health').map((division) => ({ kind: 'assign', division }) as const),
  fc
    .record({ day: fc.constantFrom('2020-01-01', '2026-12-31', '2027-01-15', 'soon'), sure: fc.boolean() })
    .map((given) => ({ kind: 'due', ...given }) as const),
);
const anyStep = fc.record({
  change: anyChange,
  by: fc.constantFrom(ANN, BEN),
  minutes: fc.integer({ min: 0, max: 3_000 }),
  undo: fc.boolean(),
});

const standingOf = (now: Measure): unknown =>
  Object.fromEntries(Object.keys(STANDING).map((key) => [key, now[key as keyof Measure]]));

describe('whatever is done to a measure, in whatever order', () => {
  it('leaves it valid, with nothing lost: the history leads from the beginning to where it stands', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let now = NEW;
        let at = AT.getTime();
        const history: Progress[] = [];
        for (const [no, { change, by, minutes, undo }] of steps.entries()) {
          at += minutes * 60_000;
          const how: Doing = { by, at: new Date(at), entry: `event-${no}` };
          const before = now;
          const changed = changeMeasure(now, change, how);
          if (changed.kind === 'refused') continue;
          now = changed.measure;
          history.push(changed.progress);
          if (undo) {
            const back = undoChange(now, changed.progress, how.entry, { ...how, entry: `undo-${no}` });
            if (back.kind === 'not-undone') throw new Error(`one's own last change was not undone: ${back.reason}`);
            expect(standingOf(back.measure)).toEqual(standingOf(before));
            now = back.measure;
            history.push(back.progress);
          }
          MeasureSchema.parse(now);
          expect(now.status !== 'done' || now.percent === 100).toBe(true);
          expect(now.status !== 'not-started' || (now.percent ?? 0) === 0).toBe(true);
          expect((now.stoppedBecause !== null) === (now.status === 'stopped')).toBe(true);
        }
        expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1));
        expect(now.revision).toBe(history.length);
        const replayed = history.reduce(
          (standing, entry) => {
            expect(standing).toMatchObject(entry.before);
            return { ...standing, ...ProgressSchema.parse(entry).after };
          },
          standingOf(NEW) as object,
        );
        expect(replayed).toEqual(standingOf(now));
      }),
      { numRuns: 300 },
    );
  });
});
