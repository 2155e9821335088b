import { describe, expect, it } from 'vitest';
import { CommonQuestions } from '../../src/chat/common-questions.ts';
import type { Request } from '../../src/chat/request.ts';

const score: Request = { intent: 'overall_score', slots: {} };

describe('common questions', () => {
  it('are understood once', () => {
    const questions = new CommonQuestions();
    let worked = 0;
    const work = (): Request => ((worked += 1), score);
    expect(questions.read('คะแนน', 2569, work)).toBe(score);
    expect(questions.read('คะแนน', 2569, work)).toBe(score);
    expect(worked).toBe(1);
  });

  it('are understood anew in a new fiscal year, because "last year" has moved', () => {
    const questions = new CommonQuestions();
    questions.read('ปีที่แล้ว', 2569, () => score);
    const other: Request = { intent: 'weakest', slots: {} };
    expect(questions.read('ปีที่แล้ว', 2570, () => other)).toBe(other);
  });

  it.each<[string, string, Request]>([
    ['a report of corruption', 'แจ้งทุจริต', { intent: 'report_corruption', slots: {} }],
    ['an opinion', 'บริการแย่', { intent: 'give_feedback', slots: {} }],
    ['what was not understood', 'โทรหาสมชายที', { intent: 'not_understood', slots: {} }],
    ['a long text', 'ก'.repeat(61), score],
  ])('are not mixed up with %s, which is not kept', (_name, text, request) => {
    const questions = new CommonQuestions();
    let worked = 0;
    for (let turn = 0; turn < 2; turn += 1) questions.read(text, 2569, () => ((worked += 1), request));
    expect(worked).toBe(2);
  });
});
