import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/chat/understand/normalise.ts';

describe('normalise', () => {
  it.each([
    ['Thai digits', 'ปี ๒๕๖๕', 'ปี 2565'],
    ['full-width letters and digits', 'ＩＴＡ ６５', 'ita 65'],
    ['two เ for แ', 'คะเเนน', 'คะแนน'],
    ['ํ and า for ำ', 'ทํางาน', 'ทำงาน'],
    ['ํ, tone mark and า for ำ', 'นํ้า', 'น้ำ'],
    ['tone mark after ำ', 'นำ้', 'น้ำ'],
    ['ำ that a PDF has lost', 'การท างาน', 'การทำงาน'],
    ['tone mark before its vowel', 'ท่ี', 'ที่'],
    ['zero-width space', 'คะ\u200Bแนน', 'คะแนน'],
    ['many spaces and line breaks', '  คะแนน \n\t รวม ', 'คะแนน รวม'],
    ['emoji and exclamation marks', 'คะแนน🎉❤️!!', 'คะแนน'],
    ['dots of abbreviations', 'ตชว. ๔ ของ อบต.', 'ตชว 4 ของ อบต'],
    ['dots between Latin letters', 'E.I.T. 65', 'eit 65'],
    ['a dot inside a figure', '97.02', '97.02'],
    ['I typed as 1 before Thai digits', 'ข้อ 1๒๓', 'ข้อ i23'],
    ['letters held down', 'มากกกกกก', 'มากก'],
    ['a long dash', '๒๕๖๓–๒๕๖๕', '2563-2565'],
  ])('mends %s', (_what, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('keeps three letters that belong to two words', () => {
    expect(normalise('คะแนนน้อย')).toBe('คะแนนน้อย');
  });

  it('gives the same text again for what it has mended', () => {
    for (const text of ['ปี ๒๕๖๕ ทํางาน', 'นำ้', 'E.I.T. 1๒๓', 'มากกกกก']) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });
});
