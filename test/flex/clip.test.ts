import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, cut } from '../../src/flex/clip.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)].length;

describe('shortening text', () => {
  it.each([
    ['สั้น', 10, 'สั้น'],
    ['น้ำใจ', 2, 'น้ำ…'],
    ['ที่นี่ที่นี่', 3, 'ที่นี่…'],
    ['กขค', 3, 'กขค'],
    ['กขคง', 3, 'กข…'],
  ])('clips %s to %i graphemes without tearing vowels and tone marks off', (text, max, expected) => {
    expect(clip(text, max)).toBe(expected);
  });

  it('never exceeds its bound, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        expect(graphemes(clip(text, max))).toBeLessThanOrEqual(max + 1);
        expect(clip(text, max).length).toBeLessThanOrEqual(3 * max + 1);
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('bounds text that piles marks on one letter', () => {
    expect(clip(`ก${'้'.repeat(5000)}`, 20).length).toBeLessThanOrEqual(60);
  });
});
