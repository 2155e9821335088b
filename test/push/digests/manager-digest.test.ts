import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.ts';
import type { Tally } from '../../../src/feedback/tally.ts';
import type { Measure } from '../../../src/measures/measure.ts';
import { managerDigest } from '../../../src/push/digests/manager-digest.ts';
import { assessment, item } from '../../assessment/build.ts';
import { bangKhrok, measure } from '../../chat/answers/knowledge.ts';

const NOBODY: Tally = { n: 0, counts: [0, 0, 0, 0], shares: [0, 0, 0, 0], mean: null };
const digest = (measures: readonly Measure[], result: Assessment = bangKhrok(), now: Tally = NOBODY) =>
  managerDigest(
    { agency: undefined, assessments: [result], measures, now: new Date('2026-11-22T03:00:00Z') },
    { now, before: NOBODY },
    undefined,
  ) as { readonly weaknesses: readonly { readonly detail: string }[]; readonly trend: string } | null;
const answered = (measures: readonly Measure[], result?: Assessment): readonly boolean[] =>
  (digest(measures, result)?.weaknesses ?? []).map(({ detail }) => detail.endsWith(' มีมาตรการแล้ว'));

/** Added by hand after the result, for the lowest indicator: number 8. */
const byHand = (more: Partial<Measure>): Measure =>
  measure(9, { fiscalYear: 2570, promisedIn: null, indicators: [8], items: [], ...more });

describe('the digest for managers', () => {
  it('says of each weakness whether a measure answers it', () => {
    expect(answered([])).toEqual([false, false, false]);
    expect(answered([byHand({})])).toEqual([true, false, false]);
  });

  it.each([
    ['was stopped', { status: 'stopped' }],
    ['goes on as another', { carriedTo: '2571-9' }],
    ['is of the year of the result', { fiscalYear: 2565 }],
    ['was promised by another result', { promisedIn: 2564 }],
  ] as const)('takes no measure for an answer that %s', (_, more) => {
    expect(answered([byHand(more)])).toEqual([false, false, false]);
  });

  it('takes a measure for one of its items as an answer to an indicator, and one for its indicator as an answer to an item', () => {
    expect(answered([byHand({ indicators: [], items: ['E11'] })])).toEqual([true, false, false]);
    const named = assessment({ scores: [], items: [item('I29', 5, 70), item('I4', 1, 80)] });
    expect(answered([byHand({ indicators: [5], items: [] })], named)).toEqual([true, false]);
  });

  it('says how many people answered only from five on', () => {
    const four: Tally = { n: 4, counts: [0, 0, 2, 2], shares: [0, 0, 0.5, 0.5], mean: 83.33 };
    expect(digest([], bangKhrok(), four)?.trend).toBe('มีผู้ตอบน้อยกว่า 5 คน จึงไม่แสดงผล');
    const five: Tally = { n: 5, counts: [0, 0, 2, 3], shares: [0, 0, 0.4, 0.6], mean: 86.67 };
    expect(digest([], bangKhrok(), five)?.trend).toBe('5 คำตอบ เฉลี่ย 86.67 จาก 100');
  });
});
