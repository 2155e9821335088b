import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../src/chat/card-data/page-of.ts';

const all = Array.from({ length: 25 }, (_, index) => index + 1);
const page = (no: number | undefined, of: readonly number[] = all) =>
  pageOf(of, no, 10, 'ข้อ', (next) => `page=${next}`);

describe('a page of a long list', () => {
  it('starts at the beginning and leads on', () => {
    expect(page(undefined)).toMatchObject({ start: 0, total: 25, more: { count: '15 ข้อ', data: 'page=2' } });
  });

  it('goes on where the page before ended', () => {
    expect(page(2)).toMatchObject({ start: 10, more: { count: '5 ข้อ', data: 'page=3' } });
    expect(page(2).rows[0]).toBe(11);
  });

  it.each([
    ['the last', 3],
    ['one past the end, from an old button', 9],
  ])('ends with %s', (_, no) => {
    expect(page(no).rows).toEqual([21, 22, 23, 24, 25]);
    expect(page(no).more).toBeNull();
  });

  it.each([[[]], [all.slice(0, 10)]])('needs no second page for %j', (few) => {
    expect(page(1, few)).toMatchObject({ rows: few, more: null });
  });

  it('shows everything once when followed to the end', () => {
    const seen: number[] = [];
    for (let no = 1; ; no += 1) {
      seen.push(...page(no).rows);
      if (page(no).more === null) break;
    }
    expect(seen).toEqual(all);
  });
});
