import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.ts';
import { findWeaknesses } from '../../../src/assessment/weaknesses.ts';
import type { Tally } from '../../../src/feedback/tally.ts';
import type { Measure } from '../../../src/measures/measure.ts';
import { managerDigest } from '../../../src/push/digests/manager-digest.ts';
import { assessment, item, printed } from '../../assessment/build.ts';
import { bangKhrok, CARDS, measure } from '../../chat/answers/knowledge.ts';
import { altTextOf } from '../../chat/answers/look-into.ts';

const NOBODY: Tally = { n: 0, counts: [0, 0, 0, 0], shares: [0, 0, 0, 0], mean: null };
const digest = (measures: readonly Measure[], result: Assessment = bangKhrok(), now = NOBODY, before = NOBODY) =>
  managerDigest(
    { agency: undefined, assessments: [result], measures, now: new Date('2026-11-22T03:00:00Z') },
    { now, before },
    undefined,
  ) as {
    readonly weaknesses: readonly { readonly name: string; readonly detail: string }[];
    readonly moreWeaknesses: number;
    readonly trend: string;
  } | null;
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

  it('says nothing of measures beside a whole instrument, which no single one answers', () => {
    const result = { ...assessment({ scores: [] }), instruments: { IIT: null, EIT: printed(70), OIT: null } };
    expect(digest([byHand({})], result)?.weaknesses).toEqual([{ name: 'แบบวัด EIT', detail: '70.00 คะแนน' }]);
  });

  it('counts all that is weak, also what has no room on the card', () => {
    const result = bangKhrok();
    const all = findWeaknesses(result).length;
    const data = digest([], result);
    expect(all).toBeGreaterThan(3);
    expect(data?.moreWeaknesses).toBe(all - 3);
    const card = CARDS.render('push-manager-digest', data ?? {});
    expect(altTextOf(card)).toContain(`จุดที่ต้องพัฒนา ${all} เรื่อง`);
    expect(JSON.stringify(card)).toContain(`และอีก ${all - 3} เรื่อง`);
  });

  it.each([
    [78.25, 'เพิ่มขึ้น 11.25 คะแนนจาก 4 สัปดาห์ก่อนหน้า'],
    [63.5, 'ลดลง 3.50 คะแนนจาก 4 สัปดาห์ก่อนหน้า'],
    [67, 'เท่ากับ 4 สัปดาห์ก่อนหน้า'],
  ])('says how a mean of %d compares with 67 before', (mean, words) => {
    const of = (value: number): Tally => ({ ...NOBODY, n: 9, mean: value });
    expect(digest([], bangKhrok(), of(mean), of(67))?.trend).toContain(`(${words})`);
  });

  it('says how many people answered only from five on', () => {
    const four: Tally = { n: 4, counts: [0, 0, 2, 2], shares: [0, 0, 0.5, 0.5], mean: 83.33 };
    expect(digest([], bangKhrok(), four)?.trend).toBe('มีผู้ตอบน้อยกว่า 5 คน จึงไม่แสดงผล');
    const five: Tally = { n: 5, counts: [0, 0, 2, 3], shares: [0, 0, 0.4, 0.6], mean: 86.67 };
    expect(digest([], bangKhrok(), five)?.trend).toBe('5 คำตอบ เฉลี่ย 86.67 จาก 100');
  });
});
