import { expect, it } from 'vitest';
import { RecentMap } from '../src/recent-map.ts';

it('forgets what has not been used for longest', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([1, undefined, 3, 2]);
  map.delete('a');
  expect(map.get('a')).toBeUndefined();
});

it('refuses a size that is no whole number from 1', () => {
  expect(() => new RecentMap(0)).toThrow(RangeError);
});
