import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostback, encodePostback } from '../../src/chat/postback.ts';

describe('postback data', () => {
  it.each([
    ['indicator_score', { indicator: 4, year: 2565 }],
    ['compare_years', { years: [2565, 2566] }],
    ['item_info', { code: 'E11' }],
    ['grade_meaning', { grade: 'ผ่านดีเยี่ยม' }],
    ['report_corruption', { anonymous: true }],
    ['weakest', {}],
  ] as const)('brings %s back as it was sent', (intent, slots) => {
    expect(decodePostback(encodePostback(intent, slots as never))).toEqual({ intent, slots });
  });

  it('is the same text for the same request, whatever the order of the slots', () => {
    expect(encodePostback('indicator_score', { year: 2565, indicator: 4 })).toBe(
      encodePostback('indicator_score', { indicator: 4, year: 2565 }),
    );
  });

  it.each([
    '',
    'intent=drop_tables',
    'intent=indicator_score',
    'intent=weakest&n=0',
    'intent=weakest&x=1',
    '%%%',
    '{}',
  ])('is ignored when it is not ours: %j', (data) => expect(decodePostback(data)).toBeUndefined());

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (data) => void decodePostback(data)));
  });

  it("refuses to build data over LINE's 300 characters", () => {
    const grade = 'ผ'.repeat(40);
    expect(() => encodePostback('grade_meaning', { grade })).toThrow(RangeError);
  });
});
