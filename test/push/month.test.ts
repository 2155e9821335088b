import { expect, it } from 'vitest';
import { pushes } from '../../src/store/collections.ts';
import { memoryAgency } from '../memory-agency.ts';
import { DECEMBER, simulateMonth } from './simulate-month.ts';

it('a month on the free plan stays within it, keeps the reserve, keeps every schedule and skips holidays', async () => {
  const store = memoryAgency();
  const month = await simulateMonth({ ...DECEMBER, store, askedForNews: 30 });
  expect(month.lines.map(({ at, what, outcome, people }) => [at, what, outcome, people])).toEqual([
    ['2026-12-01T09:00', 'manager-digest', 'sent', 3],
    ['2026-12-03T10:00', 'results', 'sending', 43],
    ['2026-12-08T09:00', 'staff-digest', 'sent', 40],
    ['2026-12-11T09:00', 'news', 'sent', 30],
    ['2026-12-14T09:00', 'staff-digest', 'sent', 40],
    ['2026-12-21T09:00', 'staff-digest', 'sent', 40],
    ['2026-12-28T09:00', 'staff-digest', 'sent', 40],
  ]);
  // LINE adds up what shares a unit's name, so no two pushes share one.
  const units = (await store.query(pushes)).docs.map(({ data }) => data.unit);
  expect(units).toContain('staff_digest_20261214T0900');
  expect(new Set(units).size).toBe(month.lines.length);
  expect(month.used).toBe(3 + 43 + 30 + 4 * 40);
  expect(month.used).toBeLessThanOrEqual(240);
});

it('what would go over is not sent at all, and what is left serves the smaller ones', async () => {
  const month = await simulateMonth({ ...DECEMBER, store: memoryAgency(), askedForNews: 500 });
  const news = month.lines.filter(({ what }) => what === 'news');
  expect(news.map(({ outcome }) => outcome)).toEqual(['not-enough-left']);
  expect(month.lines.filter(({ what }) => what === 'staff-digest').every(({ outcome }) => outcome === 'sent')).toBe(
    true,
  );
  expect(month.used).toBeLessThanOrEqual(240);
});
