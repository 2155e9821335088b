import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/drawing/break-lines.ts';
import { typeface } from '../../src/drawing/typeface.ts';

const ems = (text: string): number => typeface(700).width(text);

describe('breaking Thai lines', () => {
  it.each([
    ['fits on one line', 'องค์การบริหารส่วนตำบลบางครก', 20, ['องค์การบริหารส่วนตำบลบางครก']],
    ['fills lines evenly', 'องค์การบริหารส่วนตำบลบางครก', 10, ['องค์การบริหาร', 'ส่วนตำบลบางครก']],
    [
      'breaks at a space rather than between words',
      'ศูนย์รับเรื่องร้องเรียน อบต.บางครก',
      11.5,
      ['ศูนย์รับเรื่องร้องเรียน', 'อบต.บางครก'],
    ],
    ['leaves no leading word at the end of a line', 'งานทะเบียนและบัตรประชาชน', 9, ['งานทะเบียน', 'และบัตรประชาชน']],
    [
      'does not tear the name of a place',
      'โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านหนองไผ่ล้อม',
      14,
      ['โรงพยาบาลส่งเสริมสุขภาพ', 'ตำบลบ้านหนองไผ่ล้อม'],
    ],
    ['does not part a place from what it is', 'ศูนย์เด็กเล็กบ้านบางครกน้อย', 9, ['ศูนย์เด็กเล็ก', 'บ้านบางครกน้อย']],
    ['keeps brackets with what they hold', 'ช่องบริการ (ชั้น 1)', 6, ['ช่องบริการ', '(ชั้น 1)']],
    ['has no lines for no text', '', 6, []],
  ])('%s', (_name, text, width, lines) => {
    expect(breakLines(text, width, ems)).toEqual(lines);
  });

  it('loses no letter, fits every line and separates no mark from its letter, whatever the text', () => {
    const syllable = fc.constantFrom(
      'กา',
      'ที่',
      'น้ำ',
      'เก๊า',
      'ตำบล',
      ' ',
      'ฯ',
      'ๆ',
      '(',
      ')',
      'LINE',
      '12',
      'ประชาชน',
      'ญี่ปุ่น',
    );
    fc.assert(
      fc.property(fc.array(syllable, { maxLength: 30 }), fc.integer({ min: 2, max: 12 }), (syllables, width) => {
        const text = syllables.join('').trim().replaceAll(/ +/g, ' ');
        const lines = breakLines(text, width, ems);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          expect(line).not.toMatch(/^\p{Mn}/u);
          expect(ems(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
