import { describe, expect, it } from 'vitest';
import { DayKeys } from '../../../src/chat/feedback/day-keys.ts';
import { daykeys } from '../../../src/store/collections.ts';
import { memoryAgency } from '../../memory-agency.ts';

const at = (iso: string): number => Date.parse(iso);

function setUp() {
  const store = memoryAgency();
  let now = at('2026-11-22T10:00:00+07:00');
  let made = 0;
  const keys = new DayKeys(
    store,
    () => new Date(now),
    () => String(++made).padStart(43, 'k'),
  );
  return { store, keys, setNow: (iso: string) => (now = at(iso)) };
}

describe('the key of the day', () => {
  it('is the same all day in Bangkok, and for every server', async () => {
    const { store, keys, setNow } = setUp();
    const key = await keys.keyAt(at('2026-11-22T00:00:01+07:00'));
    setNow('2026-11-22T23:59:59+07:00');
    expect(await keys.keyAt(at('2026-11-22T23:59:58+07:00'))).toBe(key);
    const other = new DayKeys(
      store,
      () => new Date(at('2026-11-22T12:00:00+07:00')),
      () => 'x'.repeat(43),
    );
    expect(await other.keyAt(at('2026-11-22T12:00:00+07:00'))).toBe(key);
  });

  it('is another one the next day, and the old one is gone from the store', async () => {
    const { store, keys, setNow } = setUp();
    const before = await keys.keyAt(at('2026-11-22T10:00:00+07:00'));
    setNow('2026-11-23T09:00:00+07:00');
    expect(await keys.keyAt(at('2026-11-23T09:00:00+07:00'))).not.toBe(before);
    expect((await store.query(daykeys)).docs.map(({ id }) => id)).toEqual(['2026-11-23']);
  });

  it('is still yesterday’s for a tap before midnight that comes just after, and today’s for one that comes much later', async () => {
    const { keys, setNow } = setUp();
    const late = at('2026-11-22T23:59:50+07:00');
    const before = await keys.keyAt(at('2026-11-22T10:00:00+07:00'));
    setNow('2026-11-23T00:00:05+07:00');
    const today = await keys.keyAt(at('2026-11-23T00:00:04+07:00'));
    expect(await keys.keyAt(late)).toBe(before);
    setNow('2026-11-23T08:00:00+07:00');
    expect(await keys.keyAt(late)).toBe(today);
  });
});
