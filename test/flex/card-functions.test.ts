import { describe, expect, it } from 'vitest';
import { CARD_FUNCTIONS } from '../../src/flex/card-functions.ts';

const { points, count, width, thaiDate, tel, uri } = CARD_FUNCTIONS;

describe('what templates can call', () => {
  it.each([
    [97.02, '97.02'],
    [100, '100.00'],
    [0, '0.00'],
    [94.5, '94.50'],
  ])('shows the score %d with two decimals', (score, text) => expect(points(score)).toBe(text));

  it.each([
    [92.59, '92.59%'],
    [0, '0.00%'],
    [120, '100.00%'],
  ])('draws the score %d as a bar of %s', (score, text) => expect(width(score)).toBe(text));

  it.each([
    ['2023-01-05T03:00:00Z', '5 ม.ค. 2566'],
    ['2022-12-31T18:00:00Z', '1 ม.ค. 2566'],
    ['2022-09-30T16:59:59Z', '30 ก.ย. 2565'],
  ])('tells %s as a date of Bangkok in the Buddhist era', (iso, text) => expect(thaiDate(iso)).toBe(text));

  it('shows counts with thousands apart', () => expect([count(7), count(1_399)]).toEqual(['7', '1,399']));

  it('makes links that LINE takes', () => {
    expect(tel('0 3277-1000')).toBe('tel:032771000');
    expect(uri('https://example.go.th/รายงาน ita')).toBe(
      'https://example.go.th/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%20ita',
    );
    expect(uri('https://example.go.th/a%20b')).toBe('https://example.go.th/a%20b');
  });
});
