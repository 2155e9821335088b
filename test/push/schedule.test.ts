import { expect, it } from 'vitest';
import { runSchedule } from '../../src/push/run-schedule.ts';
import { schedules } from '../../src/store/collections.ts';
import { give } from '../feedback/given.ts';
import { CITIZENS, deskByTheCalendar, MANAGERS } from './desk-by-the-calendar.ts';

/** Mondays. */
const [FIRST, SECOND, THIRD] = ['2026-11-09T09:00', '2026-11-16T09:00', '2026-11-23T09:00'];

it('a weekly digest that did not fit is told the week after, with what was new in it', async () => {
  const it = await deskByTheCalendar();
  expect(await it.runAt(FIRST)).toContain('staff-digest sent');
  const sent = await it.store.get(schedules, 'staff-digest');
  await give(it.store, 'NEWS', { fiscalYear: 2570, indicators: [6] });
  it.says({ limit: 300, used: 235 });
  expect(await it.runAt(SECOND)).toContain('staff-digest not-enough-left');
  const missed = await it.store.get(schedules, 'staff-digest');
  expect(missed).toMatchObject({ told: sent?.told, counts: sent?.counts, missing: { people: 4, left: 1 } });
  it.says({ limit: 300, used: 0 });
  expect(await it.runAt(THIRD)).toContain('staff-digest sent');
  expect((await it.letters()).says).toContain('ความเห็นใหม่ถึงหน่วยงาน');
  expect((await it.store.get(schedules, 'staff-digest'))?.missing).toBeNull();
});

it('a weekly digest is not told again only because what was new in it no longer is', async () => {
  const it = await deskByTheCalendar();
  await give(it.store, 'NEWS', { fiscalYear: 2570, indicators: [6] });
  expect(await it.runAt(FIRST)).toContain('staff-digest sent');
  expect(await it.runAt(SECOND)).toContain('staff-digest nothing-new');
});

it('a digest for managers that did not fit is told the month after, though nothing has changed since', async () => {
  const it = await deskByTheCalendar();
  it.says({ limit: 300, used: 239 });
  expect(await it.runAt('2026-12-01T09:00')).toContain('manager-digest not-enough-left');
  it.says({ limit: 300, used: 0 });
  expect(await it.runAt('2027-01-01T09:00')).toContain('manager-digest sent');
  expect((await it.letters()).to).toEqual(MANAGERS);
});

it('a digest that nobody wanted is told to the first who does', async () => {
  const it = await deskByTheCalendar();
  it.at('2026-12-01T09:00');
  const ran = await runSchedule({ ...it.desk, staff: () => [] });
  expect(ran).toContainEqual({ kind: 'manager-digest', outcome: 'nobody' });
  expect(await it.runAt('2027-01-01T09:00')).toContain('manager-digest sent');
});

it('news that did not fit the first time are not lost for the next', async () => {
  const it = await deskByTheCalendar();
  it.at('2026-11-02T10:00');
  it.measuresMove();
  it.says({ limit: 300, used: 239 });
  expect(await it.runAt('2026-11-10T10:00')).toContain('news not-enough-left');
  it.says({ limit: 300, used: 0 });
  expect(await it.runAt('2026-12-10T10:00')).toContain('news sent');
  expect((await it.letters()).to).toEqual(CITIZENS);
});

it('citizens get news once a month at most, also when the calendar asked in between', async () => {
  const it = await deskByTheCalendar();
  const weekly = {
    ...it.desk,
    facts: () => {
      const facts = it.desk.facts();
      return { ...facts, agency: facts.agency && { ...facts.agency, push: { news: '0 10 * * 2' } } };
    },
  };
  const outcomes: string[] = [];
  for (const day of ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01']) {
    it.at(`${day}T10:00`);
    it.measuresMove();
    for (const { kind, outcome } of await runSchedule(weekly)) if (kind === 'news') outcomes.push(outcome);
  }
  expect(outcomes).toEqual(['sent', 'nothing-new', 'nothing-new', 'nothing-new', 'sent']);
});
