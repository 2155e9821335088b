import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOTS } from '../../../src/chat/request.ts';
import { understand } from '../../../src/chat/understand/understand.ts';
import { phrasingFiles, readPhrasings, TODAY } from './phrasings.ts';

const said = phrasingFiles().flatMap((file) => readPhrasings(file).map(({ text }) => text));
const THAI = fc.string({ unit: fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)) });

describe('understand', () => {
  it('gives slots that the schema of the intent accepts, whatever is typed', () => {
    const word = fc.constantFrom(...said, '๐๙', '99999999999', '-1', 'ปี 0', 'ตัวชี้วัดที่ 100', 'I0', '0.0', '\uD800');
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), THAI, word);
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (parts) => {
        const { request, reasons, nearest } = understand(parts.join(' '), { today: TODAY });
        expect(SLOTS[request.intent].safeParse(request.slots).success).toBe(true);
        expect(reasons.length).toBeGreaterThan(0);
        expect(nearest.length).toBeLessThanOrEqual(3);
        expect(nearest).not.toContain(request.intent);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it.each(['ก'.repeat(5000), 'ตัวชี้วัด '.repeat(600), '๒๕๖๕'.repeat(1500), 'a1'.repeat(2500), 'ไม่'.repeat(2000)])(
    'takes no longer for 5,000 characters than for what it looks at (%#)',
    (text) => {
      understand(text, { today: TODAY });
      const before = performance.now();
      for (let i = 0; i < 5; i++) understand(text, { today: TODAY });
      // Measured 1–3 ms each; the bound is for a busy machine and still far below what LINE waits.
      expect((performance.now() - before) / 5).toBeLessThan(200);
    },
  );

  it('says the same each time', () => {
    for (const text of said) expect(understand(text, { today: TODAY })).toEqual(understand(text, { today: TODAY }));
  });

  it('never puts the text into the reasons', () => {
    const secret = 'นายสมชายใจดี0812345678';
    for (const text of [secret, `แจ้งทุจริต ${secret}`, `คะแนนรวม ${secret}`]) {
      expect(understand(text, { today: TODAY }).reasons.join(' ')).not.toContain('สมชาย');
    }
  });

  it.each([
    ...['ยกเลิก', 'ข้าม', 'ขอยกเลิกค่ะ', 'cancel', ' ข้ามครับ '].map((text) => [text, 'nothing']),
    ['ยกเลิกคำตอบ', 'stop'],
  ])('takes "%s" alone for the button of that name, not for a wish about news', (text, act) => {
    const { request } = understand(text, { today: TODAY });
    expect(request).toEqual({ intent: 'give_feedback', slots: { act } });
  });

  it('offers three intents when nothing is understood, even without any text', () => {
    for (const text of ['', ' ', '🙂', 'zzzz']) {
      const { request } = understand(text, { today: TODAY });
      expect(request.intent).toBe('not_understood');
      expect(request.slots).toHaveProperty('nearest.length', 3);
    }
  });

  it('offers reporting first where somebody of the agency is named and nothing is understood', () => {
    const { request } = understand('ปลัดกุกกิ๊กงุบงิบ', { today: TODAY });
    expect(request).toHaveProperty('slots.nearest.0', 'report_corruption');
  });

  it.each(['จิ้งจกอยู่ใต้โต๊ะ', 'ปลูกมะนาวยังไงให้ลูกดก'])('takes "%s" for talk about something else', (text) => {
    expect(understand(text, { today: TODAY }).request.intent).toBe('off_topic');
  });

  it.each(['จิ้งจก', 'asdf gh', 'เอ่อคือว่า'])('does not take "%s" for a sentence', (text) => {
    expect(understand(text, { today: TODAY }).request.intent).toBe('not_understood');
  });

  it('takes two digits for a year only up to next year', () => {
    expect(understand('ita 69', { today: 2569 }).request.slots).toEqual({ year: 2569 });
    expect(understand('คะแนน 75', { today: 2569 }).request.slots).toEqual({});
  });
});
