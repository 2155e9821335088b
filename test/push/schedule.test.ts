import { expect, it } from 'vitest';
import { runSchedule } from '../../src/push/run-schedule.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { feedback, schedules } from '../../src/store/collections.ts';
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

it('a weekly digest is not told again only because less waits for an answer', async () => {
  const it = await deskByTheCalendar();
  for (const key of ['ONE', 'TWO'])
    await give(it.store, key, { fiscalYear: 2570, indicators: [6], comment: 'ขอที่จอดรถ' });
  expect(await it.runAt(FIRST)).toContain('staff-digest sent');
  expect((await it.letters()).says).toContain('ความเห็นรอคำตอบ 2 เรื่อง');
  const [first] = (await it.store.query(feedback)).docs;
  if (first) await it.store.transaction((tx) => tx.delete(feedback, first.id));
  expect(await it.runAt(SECOND)).toContain('staff-digest nothing-new');
});

it('a weekly digest is not told again only because a measure is done, but is when one becomes due', async () => {
  const it = await deskByTheCalendar();
  const due = it.desk
    .facts()
    .measures.map((measure, no) => ({ ...measure, dueDate: no < 2 ? '2026-11-20' : '2026-12-20' }));
  const runAt = async (local: string, known: readonly Measure[]) => {
    it.at(local);
    const ran = await runSchedule({ ...it.desk, facts: () => ({ ...it.desk.facts(), measures: known }) });
    return ran.map(({ kind, outcome }) => `${kind} ${outcome}`);
  };
  expect(await runAt(FIRST, due)).toContain('staff-digest sent');
  const [first, ...others] = due;
  if (!first) throw new Error('there is no measure');
  expect(await runAt(SECOND, [{ ...first, status: 'done' }, ...others])).toContain('staff-digest nothing-new');
  expect(await runAt(THIRD, [{ ...first, status: 'done' }, ...others])).toContain('staff-digest sent');
});

it('the digest for managers is not told again only because four weeks have passed', async () => {
  const it = await deskByTheCalendar();
  for (let no = 0; no < 6; no += 1)
    await give(it.store, `N${no}`, {
      fiscalYear: 2570,
      indicators: [6],
      givenAtMs: Date.parse('2026-11-20T10:00:00+07:00'),
    });
  it.measuresMove();
  expect(await it.runAt('2026-12-01T09:00')).toContain('manager-digest sent');
  expect((await it.letters()).says).toContain('6 คำตอบ');
  const told = await it.store.get(schedules, 'manager-digest');
  it.at('2027-01-01T09:00');
  it.measuresMove();
  expect(await it.runAt('2027-01-04T09:00')).toContain('manager-digest nothing-new');
  expect(await it.store.get(schedules, 'manager-digest')).toMatchObject({ told: told?.told, counts: told?.counts });
});
