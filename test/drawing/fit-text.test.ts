import { describe, expect, it } from 'vitest';
import { fitText } from '../../src/drawing/fit-text.ts';
import { legible } from '../../src/drawing/legible.ts';
import { typeface } from '../../src/drawing/typeface.ts';

const room = { weight: 400, width: 1_000, maxLines: 1, sizes: [100, 80, 60] } as const;

describe('fitting a text into its room', () => {
  it('takes the largest size that fits', () => {
    expect(fitText('งานทะเบียน', room)).toEqual({ size: 100, lines: ['งานทะเบียน'] });
    expect(fitText('งานทะเบียนและบัตรประชาชน', room).size).toBe(80);
  });

  it('ends in … what does not fit at the smallest size, and stays within the width', () => {
    const { size, lines } = fitText('งานทะเบียนราษฎร'.repeat(5), room);
    expect(size).toBe(60);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^งานทะเบียน.*…$/);
    expect(typeface(400).width(lines[0] ?? '') * size).toBeLessThanOrEqual(1_000);
  });
});

describe('a name as it can be printed', () => {
  it.each([
    ['an emoji', 'งานทะเบียน 😀 ชั้น 1', 'งานทะเบียน ชั้น 1'],
    ['line breaks and tabs', ' งาน\n\tทะเบียน ', 'งาน ทะเบียน'],
    ['invisible characters', 'งาน\u200B\u202Eทะเบียน\u0000', 'งานทะเบียน'],
    ['a script the typeface lacks', '漢字 Office', 'Office'],
    ['nothing of ordinary Thai', 'น้ำประปา ๆลๆ (ชั้น 1) “ก–ฮ” & <b>', 'น้ำประปา ๆลๆ (ชั้น 1) “ก–ฮ” & <b>'],
  ])('leaves out %s', (_name, given, printed) => {
    expect(legible(given)).toBe(printed);
  });
});
