import { describe, expect, it } from 'vitest';
import { settleMissed } from '../../src/push/missed.ts';
import { runSchedule } from '../../src/push/run-schedule.ts';
import { deliver } from '../../src/push/deliver.ts';
import { recipientsOf } from '../../src/push/request-body.ts';
import { rememberChoice } from '../../src/people/following.ts';
import { audit, pushes, schedules, staff } from '../../src/store/collections.ts';
import { startTalk } from '../chat/talk.ts';
import { CITIZENS, deskByTheCalendar, MANAGERS, STAFF, type CalendarDesk } from './desk-by-the-calendar.ts';

const MONDAY = '2026-11-09T09:00';
const [BOSS = ''] = MANAGERS;
const [WORKER = ''] = STAFF;
const STAFF_DIGEST = { kind: 'staff-digest', at: MONDAY } as const;

/** On Monday the digest for four staff did not fit: `left` messages are left besides the reserve of 60. */
async function onMonday(left: number): Promise<CalendarDesk> {
  const it = await deskByTheCalendar();
  it.says({ limit: 300, used: 240 - left });
  expect(await it.runAt(MONDAY)).toContain('staff-digest not-enough-left');
  return it;
}

/** The same for news to three citizens, on the 10th. */
async function onTheTenth(used: number): Promise<CalendarDesk> {
  const it = await deskByTheCalendar();
  it.at('2026-11-09T12:00');
  it.measuresMove();
  it.says({ limit: 300, used });
  expect(await it.runAt('2026-11-10T10:00')).toContain('news not-enough-left');
  return it;
}

const record = (it: CalendarDesk, kind = 'staff-digest') => it.store.get(schedules, kind);

describe('a digest that did not fit', () => {
  it('is told to managers with numbers, in the report of what was sent and in the first card of the day', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    for (const words of ['รายงานการส่ง', 'งานวันนี้']) {
      const { json } = await talk.write(words);
      expect(json).toContain('สรุปงานของเจ้าหน้าที่ ยังไม่ได้ส่ง');
      expect(json).toContain('ตอนถึงกำหนดส่งได้อีก 3 ข้อความ ผู้รับ 4 คน');
      expect(json).toContain('intent=push_missed&kind=staff-digest');
    }
    expect((await (await it.talk(WORKER)).write('งานวันนี้')).json).not.toContain('ยังไม่ได้ส่ง');
  });

  it('is shown with what each choice costs and leaves; nothing is sent by looking', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    const { json, cards } = await talk.tap('push_missed', { kind: 'staff-digest' });
    expect(cards).toEqual(['send-choose']);
    expect(json).toContain('สรุปงานประจำสัปดาห์');
    expect(json).toContain('4 คน · ใช้ข้อความที่กันไว้ด้วย\\nหลังส่งเหลือ 59 ข้อความ');
    expect(json).toContain('ส่งให้ผู้บริหารแทน');
    expect(json).toContain('เจ้าหน้าที่ (ไม่รวมผู้บริหาร)');
    expect(json).toContain('2 คน\\nหลังส่งเหลือ 1 ข้อความ');
    expect(json).toContain('ใช้ไป 237 จาก 300\\nกันไว้ 60 สำหรับคำตอบและเรื่องด่วน\\nส่งได้อีก 3 ข้อความ');
    const asked = await talk.tap('push_missed', { ...STAFF_DIGEST, reach: 'managers' });
    expect(asked.cards).toEqual(['send-confirm']);
    expect(asked.json).toContain('act=send');
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('goes to managers in place of staff once, however often it is tapped; staff are told the week after', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    const yes = { ...STAFF_DIGEST, reach: 'managers', act: 'send' } as const;
    expect((await talk.tap('push_missed', yes)).json).toContain('กำลังส่งสรุปงานของเจ้าหน้าที่ ถึง 2 คน');
    expect((await talk.tap('push_missed', yes)).json).toContain('“สรุปงานของเจ้าหน้าที่” ไม่มีค้างส่งแล้ว');
    expect((await it.letters()).to).toEqual(MANAGERS);
    expect(await record(it)).toMatchObject({ outcome: 'sent-to-fewer', missing: null, told: {}, counts: null });
    expect((await talk.write('รายงานการส่ง')).json).not.toContain('ยังไม่ได้ส่ง');
    const entries = (await it.store.query(audit)).docs.map(({ data }) => data);
    expect(entries).toMatchObject([
      {
        action: 'push.missed',
        by: { handle: BOSS.slice(-8) },
        after: { reach: 'managers', people: 2, reserve: false },
      },
    ]);
    it.says({ limit: 1_000, used: 300 });
    expect(await it.runAt('2026-11-16T09:00')).toContain('staff-digest sent');
    expect((await it.letters()).to).toEqual([...STAFF, ...MANAGERS]);
  });

  it('goes to everybody it is for with the reserve, if that was confirmed, and is not told again', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    const yes = { ...STAFF_DIGEST, reach: 'all', act: 'send' } as const;
    expect((await talk.tap('push_missed', yes)).json).toContain('ข้อความที่เหลือไม่พอ');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    expect((await talk.tap('push_missed', { ...yes, reserve: true })).json).toContain('กำลังส่ง');
    expect((await it.letters()).to).toEqual(STAFF);
    expect(await record(it)).toMatchObject({ outcome: 'sent', missing: null });
    expect(await it.runAt('2026-11-16T09:00')).toContain('staff-digest nothing-new');
  });

  it('is not sent a second time after a server died between sending it and writing that down', async () => {
    const it = await onMonday(3);
    const before = await record(it);
    const talk = await it.talk(BOSS);
    const yes = { ...STAFF_DIGEST, reach: 'all', reserve: true, act: 'send' } as const;
    await talk.tap('push_missed', yes);
    if (before) await it.store.set(schedules, 'staff-digest', before);
    expect((await talk.tap('push_missed', yes)).json).toContain('ไม่ส่งซ้ำ');
    expect((await it.letters()).to).toEqual(STAFF);
    expect(await record(it)).toMatchObject({ outcome: 'sent', missing: null });
  });

  it.each([
    ['all', STAFF],
    ['managers', MANAGERS],
  ] as const)('goes once when two managers say yes to %s at the same time', async (reach, to) => {
    const it = await onMonday(3);
    const talks = await Promise.all(MANAGERS.map((manager) => it.talk(manager)));
    const yes = { ...STAFF_DIGEST, reach, reserve: true, act: 'send' } as const;
    await Promise.all(talks.map((talk) => talk.tap('push_missed', yes)));
    expect((await it.letters()).to).toEqual(to);
    expect((await it.store.query(audit)).docs).toHaveLength(1);
  });

  it('goes once, too, when two managers choose differently at the same time', async () => {
    const it = await onMonday(3);
    const talks = await Promise.all(MANAGERS.map((manager) => it.talk(manager)));
    const yes = { ...STAFF_DIGEST, reserve: true, act: 'send' } as const;
    const reaches = ['all', 'managers'] as const;
    const told = await Promise.all(
      talks.map((talk, no) => talk.tap('push_missed', { ...yes, reach: reaches[no] ?? 'all' })),
    );
    expect(told.filter(({ json }) => json.includes('กำลังส่ง'))).toHaveLength(1);
    expect(told.flatMap(({ cards }) => cards).sort()).toEqual(['send-done', 'send-nothing']);
    expect((await it.store.query(pushes)).docs).toHaveLength(1);
    expect((await it.store.query(audit)).docs).toHaveLength(1);
  });

  it('news go to citizens with the reserve if they fit then', async () => {
    const it = await onTheTenth(240);
    const talk = await it.talk(BOSS);
    expect((await talk.tap('push_missed', { kind: 'news' })).json).toContain('3 คน · ใช้ข้อความที่กันไว้ด้วย');
    const yes = { kind: 'news', at: '2026-11-10T10:00', reach: 'all', reserve: true, act: 'send' } as const;
    expect((await talk.tap('push_missed', yes)).json).toContain('กำลังส่งท่านบอก เราทำ ถึง 3 คน');
    expect((await it.letters()).to).toEqual(CITIZENS);
    it.at('2026-12-09T10:00');
    it.measuresMove();
    it.says({ limit: 300, used: 0 });
    expect(await it.runAt('2026-12-10T10:00')).toContain('news sent');
  });

  it('says plainly that it does not fit even with the reserve, and when the month renews', async () => {
    const it = await onTheTenth(298);
    const talk = await it.talk(BOSS);
    const { json } = await talk.tap('push_missed', { kind: 'news' });
    expect(json).toContain('ส่งได้อีกเมื่อขึ้นเดือนใหม่ วันที่ 1 ธ.ค. 2569');
    expect(json).not.toContain('reach=all');
    const yes = { kind: 'news', at: '2026-11-10T10:00', reach: 'all', reserve: true, act: 'send' } as const;
    expect((await talk.tap('push_missed', yes)).json).toContain('ไม่ได้ส่งถึงใคร');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    expect((await record(it, 'news'))?.missing).toEqual({ people: 3, left: 0 });
    expect((await it.store.query(audit)).docs).toEqual([]);
  });

  it('is not sent while LINE does not say what is left, and that is said', async () => {
    const it = await onMonday(3);
    it.says(undefined);
    const talk = await it.talk(BOSS);
    const { json } = await talk.tap('push_missed', { kind: 'staff-digest' });
    expect(json).toContain('LINE ยังไม่บอกจำนวนข้อความที่เหลือ');
    expect(json).not.toContain('reach=');
    const said = await talk.tap('push_missed', { ...STAFF_DIGEST, reach: 'managers', act: 'send' });
    expect(said.json).toContain('LINE ยังไม่บอก');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    expect((await record(it))?.missing).not.toBeNull();
  });

  it.each([WORKER, CITIZENS[0] ?? ''])('is nothing that others than managers may look at or send: %s', async (user) => {
    const it = await onMonday(3);
    const talk = await it.talk(user);
    const yes = { ...STAFF_DIGEST, reach: 'managers', act: 'send' } as const;
    for (const slots of [{ kind: 'staff-digest' } as const, yes])
      expect((await talk.tap('push_missed', slots)).cards).toEqual(['not-allowed']);
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('may be sent on a Sunday evening, and then it is said that this is outside the usual hours', async () => {
    const it = await onMonday(3);
    it.at('2026-11-15T20:00');
    const talk = await it.talk(BOSS);
    const slots = { ...STAFF_DIGEST, reach: 'managers' } as const;
    expect((await talk.tap('push_missed', slots)).json).toContain('นอกเวลาส่งปกติ (วันทำการ 08:30–18:00 น.)');
    expect((await talk.tap('push_missed', { ...slots, act: 'send' })).json).toContain('กำลังส่ง');
    it.at('2026-11-16T08:45');
    expect((await talk.write('รายงานการส่ง')).json).not.toContain('นอกเวลา');
  });

  it('leaves out who stopped it between the yes and the sending', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    await talk.tap('push_missed', { ...STAFF_DIGEST, reach: 'all', reserve: true, act: 'send' });
    it.at('2026-11-09T09:01');
    const now = it.desk.clock().getTime();
    await it.store.transaction(rememberChoice(WORKER, 'digest', false, { eventMs: now, nowMs: now }));
    const sent: string[] = [];
    await deliver({
      store: it.store,
      clock: it.desk.clock,
      name: 'server',
      random: () => 0,
      pause: async () => undefined,
      send: async ({ body }) => {
        sent.push(...recipientsOf(body));
        return { kind: 'accepted' };
      },
    });
    expect(sent.sort()).toEqual(STAFF.filter((user) => user !== WORKER));
  });

  it('is offered no more once the calendar has asked for the next one', async () => {
    const it = await onMonday(3);
    const talk = await it.talk(BOSS);
    it.says({ limit: 300, used: 0 });
    await it.runAt('2026-11-16T09:00');
    const old = await talk.tap('push_missed', { ...STAFF_DIGEST, reach: 'all', reserve: true, act: 'send' });
    expect(old.cards).toEqual(['send-nothing']);
    expect((await it.letters()).to).toEqual(STAFF);
  });

  it('what the calendar has missed since is not taken from what waits', async () => {
    const it = await onMonday(3);
    await it.runAt('2026-11-16T09:00');
    const before = await record(it);
    await it.store.transaction((tx) => settleMissed(tx, STAFF_DIGEST, { outcome: 'sent-to-fewer' }));
    expect(await record(it)).toEqual(before);
    expect(before?.missing).not.toBeNull();
  });

  it('is not sent by whoever is a manager only for a server that has not heard yet that they are none any more', async () => {
    const it = await onMonday(3);
    const boss = it.desk.staff().find(({ id }) => id === BOSS)?.data;
    const talk = startTalk(it.store, { userId: BOSS, clock: it.desk.clock, pushes: it.desk, staff: () => boss });
    if (boss) await it.store.set(staff, BOSS, { ...boss, role: 'staff' });
    const yes = { ...STAFF_DIGEST, reach: 'managers', act: 'send' } as const;
    expect((await talk.tap('push_missed', yes)).cards).toEqual(['not-allowed']);
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('is put away when there is nothing to tell any more', async () => {
    const it = await onTheTenth(298);
    const talk = await it.talk(BOSS);
    const quiet = await it.talk(BOSS);
    it.measuresRest();
    expect((await quiet.tap('push_missed', { kind: 'news' })).cards).toEqual(['send-nothing']);
    expect(await record(it, 'news')).toMatchObject({ outcome: 'nothing-new', missing: null });
    expect((await talk.write('รายงานการส่ง')).json).not.toContain('ยังไม่ได้ส่ง');
    expect(await runSchedule(it.desk)).not.toContainEqual(expect.objectContaining({ kind: 'news' }));
  });
});
