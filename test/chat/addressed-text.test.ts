import { describe, expect, it } from 'vitest';
import { addressedText } from '../../src/chat/addressed-text.ts';

describe('text in a group', () => {
  it.each([
    ['โปร่งใส คะแนนรวมเท่าไหร่', false, 'คะแนนรวมเท่าไหร่'],
    ['@Prongsai, ตัวชี้วัดที่ 4', false, 'ตัวชี้วัดที่ 4'],
    [' ขอจุดอ่อน', true, 'ขอจุดอ่อน'],
    ['โปร่งใส', false, 'วิธีใช้'],
    ['', true, 'วิธีใช้'],
    ['โปร่งใสมากเลยค่ะ', false, undefined],
    ['พรุ่งนี้ประชุมกี่โมง', false, undefined],
    ['ITA ปีนี้ได้เท่าไหร่นะ', false, undefined],
  ])('%j (mentioned: %s) is taken as %j', (text, mentionsBot, expected) => {
    expect(addressedText({ text, mentionsBot })).toBe(expected);
  });
});
