import { afterEach, describe, expect, it } from 'vitest';
import { asSample } from '../../src/chat/as-sample.ts';
import type { LineMessage } from '../../src/line/message.ts';
import { deliver } from '../../src/push/deliver.ts';
import type { SendOutcome } from '../../src/push/send-outcome.ts';
import { recipientsOf } from '../../src/push/request-body.ts';
import { rememberChoice, rememberUnsubscribe } from '../../src/people/following.ts';
import { erasePerson, exportPerson } from '../../src/privacy/personal-data.ts';
import { UNUSED_QUOTA } from '../../src/push/quota.ts';
import { audit, parts, people, pushes, quotas, staff, waiting } from '../../src/store/collections.ts';
import { objectsIn } from '../chat/answers/look-into.ts';
import { startProduct, type Product } from '../e2e/product.ts';
import { CITIZENS, deskByTheCalendar, MANAGERS, STAFF, type CalendarDesk } from './desk-by-the-calendar.ts';

const NEWS = 'หยุดส่งน้ำประปาหมู่ 3\nวันพุธที่ 11 พ.ย. เวลา 09:00–16:00 น.\nสอบถาม 032 000 000';
const [BOSS = ''] = MANAGERS;
const [WORKER = ''] = STAFF;
const [CITIZEN = ''] = CITIZENS;

/** The postback data of the button that says so, on the newest card. */
function button(json: string, label: string): string {
  const messages: unknown = JSON.parse(json);
  const found = objectsIn(messages).find((one) => one['displayText'] === label && one['type'] === 'postback');
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return String(found['data']);
}

/** A Monday morning; the boss has written the news. */
async function written(text = NEWS) {
  const it = await deskByTheCalendar();
  it.at('2026-11-09T10:00');
  const talk = await it.talk(BOSS);
  const press = (data: string) => talk.says({ content: { kind: 'postback', data, date: undefined } });
  const asked = await talk.write('ข่าวด่วน');
  const shown = await talk.write(text);
  return { it, talk, press, asked, shown };
}

/** The same, ready for the yes to a reach. */
async function ready(reach = 'เจ้าหน้าที่และประชาชนที่ขอรับ') {
  const begun = await written();
  const confirm = await begun.press(button(begun.shown.json, `ส่งถึง${reach}`));
  return { ...begun, confirm, yes: button(confirm.json, 'ยืนยันส่ง') };
}

/** Whom a round of deliveries reaches. */
async function delivered(
  { store, desk }: CalendarDesk,
  outcome: SendOutcome = { kind: 'accepted' },
): Promise<readonly string[]> {
  const sent: string[] = [];
  await deliver({
    store,
    clock: desk.clock,
    name: 'server',
    random: () => 0,
    pause: async () => undefined,
    send: async ({ body }) => {
      sent.push(...recipientsOf(body));
      return outcome;
    },
  });
  return sent.sort();
}

describe('urgent news', () => {
  it('are asked for, shown as people will get them with audiences and cost, confirmed, and sent once', async () => {
    const { it, talk, press, asked, shown } = await written();
    expect(asked.cards).toEqual(['urgent-ask']);
    const [message] = JSON.parse(shown.json) as [{ altText: string; contents: object }];
    expect(message.altText).toContain('ข่าวด่วน: หยุดส่งน้ำประปาหมู่ 3 วันพุธ');
    expect(objectsIn(message.contents).map(({ text }) => text)).toContain(NEWS);
    for (const said of ['9 คน\\nหลังส่งเหลือ 231 ข้อความ', '6 คน\\nหลังส่งเหลือ 234 ข้อความ', '2 คน\\nหลังส่งเหลือ 238 ข้อความ'])
      expect(shown.json).toContain(said);
    const confirm = await press(button(shown.json, 'ส่งถึงเจ้าหน้าที่และประชาชนที่ขอรับ'));
    expect(confirm.json).toContain('9 ข้อความ');
    expect(objectsIn(JSON.parse(confirm.json)).map(({ text }) => text)).toContain(NEWS);
    expect(confirm.json).not.toContain('เรื่องนี้ใช้ข้อความที่กันไว้ได้');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    const yes = button(confirm.json, 'ยืนยันส่ง');
    expect((await press(yes)).json).toContain('กำลังส่งข่าวด่วน ถึง 9 คน');
    expect((await press(yes)).json).toContain('ไม่ส่งซ้ำ');
    expect((await press(button(shown.json, 'ส่งถึงเฉพาะผู้บริหาร'))).json).toContain('ไม่ส่งซ้ำ');
    expect((await it.letters()).to).toEqual([...STAFF, ...MANAGERS, ...CITIZENS]);
    const [sent] = (JSON.parse((await it.letters()).says) as { messages: [LineMessage] }).messages;
    expect(asSample(sent)).toEqual(message);
    expect((await talk.write('รายงานการส่ง')).json).toContain('หยุดส่งน้ำประปาหมู่ 3');
    expect(await delivered(it)).toEqual([...STAFF, ...MANAGERS, ...CITIZENS]);
  });

  it('are written down without what they say', async () => {
    const { it, press, yes } = await ready('เจ้าหน้าที่ทุกคน');
    await press(yes);
    const entries = (await it.store.query(audit)).docs.map(({ data }) => data);
    expect(entries).toMatchObject([
      {
        action: 'push.urgent',
        by: { handle: BOSS.slice(-8) },
        after: { reach: 'staff', people: 6, length: NEWS.length },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('น้ำประปา');
  });

  it('go once when the same yes comes to two servers at once', async () => {
    const { it, press, yes } = await ready();
    const other = await it.talk(BOSS);
    const tapped = { content: { kind: 'postback', data: yes, date: undefined } } as const;
    await Promise.all([press(yes), other.says(tapped)]);
    expect((await it.letters()).to).toHaveLength(9);
    expect((await it.store.query(audit)).docs).toHaveLength(1);
  });

  it('may use what the month keeps in reserve, and say so', async () => {
    const { it, press, shown } = await written();
    it.says({ limit: 300, used: 290 });
    const again = await press(button(shown.json, 'ส่งถึงเจ้าหน้าที่และประชาชนที่ขอรับ'));
    expect(again.json).toContain('1 ข้อความ (นับรวมส่วนที่กันไว้แล้ว)');
    expect((await press(button(again.json, 'ยืนยันส่ง'))).json).toContain('กำลังส่ง');
    expect((await it.letters()).to).toHaveLength(9);
  });

  it('that do not fit even with the reserve go to fewer, or wait for the next month', async () => {
    const { it, press, shown, yes } = await ready();
    it.says({ limit: 300, used: 297 });
    const refused = await press(yes);
    expect(refused.json).toContain('ผู้รับมี 9 คน แต่ข้อความที่เหลือไม่พอ');
    expect(refused.json).toContain('รวมส่วนที่กันไว้แล้ว\\nส่งได้อีก 3 ข้อความ');
    const fewer = await press(button(refused.json, 'เลือกผู้รับใหม่'));
    expect(fewer.json).toContain('9 คน: ข้อความที่เหลือไม่พอ');
    expect(fewer.json).toContain('2 คน · ใช้ข้อความที่กันไว้ด้วย\\nหลังส่งเหลือ 1 ข้อความ');
    it.says({ limit: 300, used: 299 });
    const nobody = await press(button(shown.json, 'ส่งถึงเฉพาะผู้บริหาร'));
    expect(nobody.json).toContain('วันที่ 1 ธ.ค. 2569');
    expect(nobody.json).not.toContain('act=send');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    expect((await it.store.query(audit)).docs).toEqual([]);
  });

  it.each([
    ['rejected', 'ข่าวด่วนไม่ได้ส่งถึงใคร ดูรายงานการส่ง'],
    ['monthly-limit', 'ข่าวด่วนไม่ได้ส่งถึงใคร ดูรายงานการส่ง'],
  ])(
    'that LINE did not take (%s) are told to managers for three days, or until others went out',
    async (reason, said) => {
      const { it, talk, press, yes } = await ready();
      await press(yes);
      await delivered(it, { kind: 'refused', reason, status: 400 });
      expect((await talk.write('งานวันนี้')).json).toContain(said);
      expect((await (await it.talk(WORKER)).write('งานวันนี้')).json).not.toContain(said);
      it.at('2026-11-12T10:01');
      expect((await talk.write('งานวันนี้')).json).not.toContain(said);
      it.at('2026-11-10T10:01');
      it.says({ limit: 500, used: 0 });
      await talk.write('ข่าวด่วน');
      const confirm = await press(button((await talk.write(NEWS)).json, 'ส่งถึงเฉพาะผู้บริหาร'));
      await press(button(confirm.json, 'ยืนยันส่ง'));
      expect(await delivered(it)).toEqual(MANAGERS);
      expect((await talk.write('งานวันนี้')).json).not.toContain(said);
    },
  );

  it('name the narrowest receiver first, and none that adds nobody', async () => {
    const { it, press, shown } = await written();
    const receivers = (json: string) =>
      objectsIn(JSON.parse(json)).flatMap(
        ({ displayText }) => (typeof displayText === 'string' && /^ส่งถึง(.*)$/.exec(displayText)?.[1]) || [],
      );
    expect(receivers(shown.json)).toEqual(['เฉพาะผู้บริหาร', 'เจ้าหน้าที่ทุกคน', 'เจ้าหน้าที่และประชาชนที่ขอรับ']);
    const now = it.desk.clock().getTime();
    for (const id of STAFF) await it.store.transaction(rememberChoice(id, 'news', false, { eventMs: now, nowMs: now }));
    const draft = button(shown.json, 'ส่งถึงเฉพาะผู้บริหาร').replace('&reach=managers', '');
    expect(receivers((await press(draft)).json)).toEqual(['เฉพาะผู้บริหาร', 'เจ้าหน้าที่และประชาชนที่ขอรับ']);
  });

  it('say that the month is over once LINE has said so, whatever the figures', async () => {
    const { it, talk } = await written();
    const now = it.desk.clock().getTime();
    it.says({ limit: 300, used: 15 });
    await it.store.set(quotas, '2026-11', { ...UNUSED_QUOTA, limit: 300, reachedAtMs: now });
    await talk.write('ข่าวด่วน');
    const { json } = await talk.write(NEWS);
    expect(json).toContain('LINE แจ้งว่าข้อความของเดือนนี้หมดแล้ว');
    expect(json).toContain('วันที่ 1 ธ.ค. 2569');
    for (const not of ['ใช้ไป', 'ส่งได้อีก 0', 'reach=', 'หากยืนยัน', 'เลือกผู้รับด้านล่าง']) expect(json).not.toContain(not);
  });

  it('can be tried again with the same words when LINE does not say what is left', async () => {
    const { it, talk, press } = await written();
    it.says(undefined);
    it.at('2026-11-09T20:00');
    await talk.write('ข่าวด่วน');
    const { json } = await talk.write(NEWS);
    for (const not of ['หากยืนยัน', 'เลือกผู้รับด้านล่าง', 'reach=']) expect(json).not.toContain(not);
    it.says({ limit: 300, used: 0 });
    const again = await press(button(json, 'ลองใหม่'));
    expect(again.json).toContain('หากยืนยัน ระบบจะส่งทันที');
    expect(again.json).toContain('ส่งถึงเฉพาะผู้บริหาร');
    expect(again.json).toContain('หยุดส่งน้ำประปาหมู่ 3');
  });

  it('are not sent while LINE does not say what is left; the words are kept for another try', async () => {
    const { it, press, yes } = await ready();
    it.says(undefined);
    const said = await press(yes);
    expect(said.json).toContain('LINE ยังไม่บอก');
    expect((await it.store.query(pushes)).docs).toEqual([]);
    it.says({ limit: 300, used: 0 });
    expect((await press(yes)).json).toContain('กำลังส่ง');
  });

  it.each([
    ['สั้น', 'สั้นเกินไป'],
    ['   ', 'ยังไม่มีข้อความ'],
    ['ก'.repeat(501), 'ข้อความยาว 501 ตัวอักษร'],
  ])('are asked for again when they are %j, and nothing is kept of them', async (text, said) => {
    const { it, talk, shown } = await written(text);
    expect(shown.cards).toEqual(['urgent-ask']);
    expect(shown.json).toContain(said);
    expect(JSON.stringify(await it.store.get(waiting, BOSS))).not.toContain('draft":');
    expect((await talk.write('ก'.repeat(500))).cards).toEqual(['send-choose']);
    expect((await talk.write('12345')).cards).toEqual(['send-choose']);
  });

  it.each(['หยุดส่งน้ำประปาหมู่ 3 วันพรุ่งนี้', 'แจ้งหยุดรับชำระภาษีวันศุกร์นี้', 'เลิกรับเบี้ยผู้สูงอายุที่ อบต. ให้รับที่ธนาคาร'])(
    'are not taken for the writer’s own wish: %s',
    async (text) => {
      const { it, shown } = await written(text);
      expect(shown.cards).toEqual(['send-choose']);
      expect((await it.store.get(people, BOSS))?.wants.news?.wanted).toBeNull();
    },
  );

  it.each(['หยุดรับข่าวสาร', 'ไม่เอาข่าวแล้ว', 'หยุดรับข่าวด่วน', 'ลบข้อมูลของฉัน'])(
    'the writer’s own wish goes before: %s',
    async (text) => {
      const { it, shown } = await written(text);
      expect(shown.cards).not.toContain('send-choose');
      expect((await it.store.get(waiting, BOSS))?.for).not.toBe('input');
    },
  );

  it.each([
    ...([
      'ยกเลิก',
      'ยกเลิกข่าวด่วน',
      'ไม่ส่ง',
      'ไม่ส่งแล้ว',
      'ไม่ส่งแล้วค่ะ',
      'ยกเลิกการส่ง',
      'ยังไม่ส่งครับ',
      'ไม่ส่งข่าวด่วนแล้ว',
      'ไม่ส่งข่าวแล้ว',
      'หยุดส่ง',
      'เลิกส่งข่าวด่วนค่ะ',
      'พอแล้ว',
    ] as const),
    'button',
  ])('are thrown away: %s', async (how) => {
    const { it, talk, press, shown } = await written();
    const dropped = how === 'button' ? await press(button(shown.json, 'ไม่ส่ง')) : await talk.write(how);
    expect(dropped.cards).toEqual(['input-dropped']);
    expect(dropped.json).toContain('ยังไม่ได้ส่งข่าวถึงใคร เขียนใหม่ได้โดยพิมพ์ “ข่าวด่วน”');
    expect(dropped.json).not.toContain('กดปุ่มเดิม');
    expect(await it.store.get(waiting, BOSS)).toBeUndefined();
    expect((await it.store.get(people, BOSS))?.wants.news?.wanted).toBeNull();
    const late = await press(button(shown.json, 'ส่งถึงเจ้าหน้าที่ทุกคน'));
    expect(late.cards).toEqual(['urgent-ask']);
    expect(late.json).toContain('ข้อความเดิมไม่อยู่แล้ว');
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it.each(['ยกเลิกข่าวด่วน', 'ไม่ส่ง', 'ไม่ส่งแล้ว'])('are not begun after all: %s', async (text) => {
    const { it, shown } = await written(text);
    expect(shown.cards).toEqual(['input-dropped']);
    expect(await it.store.get(waiting, BOSS)).toBeUndefined();
    expect((await it.store.get(people, BOSS))?.wants.news?.wanted).toBeNull();
  });

  it.each(['ยกเลิกข่าวด่วนเรื่องน้ำประปา น้ำไหลตามปกติ', 'ไม่ส่งน้ำประปาวันพรุ่งนี้', 'ยกเลิกการส่งน้ำวันพุธ'])(
    'may begin with such words and go on: %s',
    async (text) => expect((await written(text)).shown.cards).toEqual(['send-choose']),
  );

  it.each(['push_log', 'push_preview', 'work_home', 'overall_score', 'help', 'audit_log'] as const)(
    'wait for their yes while their writer only looks at something: %s',
    async (intent) => {
      const { it, talk, press, yes } = await ready();
      await talk.tap(intent, {});
      await talk.write('รายงานการส่ง');
      expect((await press(yes)).json).toContain('กำลังส่งข่าวด่วน ถึง 9 คน');
      expect((await it.store.query(pushes)).docs).toHaveLength(1);
    },
  );

  it.each([
    ['counter_codes', { act: 'make' }],
    ['join_staff', {}],
    ['subscribe', { topic: 'results' }],
  ] as const)('are thrown away when something else is begun: %s', async (intent, slots) => {
    const { it, talk, press, yes } = await ready();
    await talk.tap(intent, slots);
    expect((await press(yes)).json).toContain('ข้อความเดิมไม่อยู่แล้ว');
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('are not kept longer by looking', async () => {
    const { it, talk, press, yes } = await ready();
    it.at('2026-11-09T10:09');
    await talk.tap('push_log', {});
    it.at('2026-11-09T10:11');
    expect((await press(yes)).json).toContain('ข้อความเดิมไม่อยู่แล้ว');
  });

  it('are lost after ten minutes', async () => {
    const { it, press, yes } = await ready();
    it.at('2026-11-09T10:11');
    expect((await press(yes)).json).toContain('ข้อความเดิมไม่อยู่แล้ว');
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('a button of older words shows the newest and sends nothing', async () => {
    const { it, talk, press, yes } = await ready();
    await talk.write('น้ำประปากลับมาใช้ได้แล้ว');
    const shown = await press(yes);
    expect(shown.cards).toEqual(['send-choose']);
    expect(shown.json).toContain('น้ำประปากลับมาใช้ได้แล้ว');
    expect(shown.json).toContain('นี่คือข้อความล่าสุด ยังไม่ได้ส่ง');
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('a button of words that were sent says so, and leaves newer words waiting', async () => {
    const { it, talk, press, yes } = await ready();
    await press(yes);
    await talk.write('ข่าวด่วน');
    const newer = await talk.write('น้ำประปากลับมาใช้ได้แล้ว');
    expect((await press(yes)).json).toContain('ไม่ส่งซ้ำ');
    const confirm = await press(button(newer.json, 'ส่งถึงเฉพาะผู้บริหาร'));
    expect((await press(button(confirm.json, 'ยืนยันส่ง'))).json).toContain('กำลังส่งข่าวด่วน ถึง 2 คน');
    expect((await it.store.query(pushes)).docs).toHaveLength(2);
  });

  it('are told to be outside the usual hours at night, and may be sent all the same', async () => {
    const { it, press, shown } = await written();
    it.at('2026-11-09T10:05');
    expect((await press(button(shown.json, 'ส่งถึงเฉพาะผู้บริหาร'))).json).not.toContain('นอกเวลาส่งปกติ');
    it.at('2026-11-09T20:00');
    const talk = await it.talk(BOSS);
    await talk.write('ข่าวด่วน');
    const late = await talk.write(NEWS);
    expect(late.json).toContain('นอกเวลาส่งปกติ');
    expect(late.json).toContain('ส่งถึงเฉพาะผู้บริหาร');
  });

  it.each([WORKER, CITIZEN])('are nothing that others than managers can write or send: %s', async (user) => {
    const { it, yes } = await ready();
    const talk = await it.talk(user);
    expect((await talk.write('ข่าวด่วน')).cards).toEqual([user === CITIZEN ? 'news-choice' : 'not-allowed']);
    expect((await talk.tap('urgent_news', {})).cards).toEqual(['not-allowed']);
    const sent = await talk.says({ content: { kind: 'postback', data: yes, date: undefined } });
    expect(sent.cards).toEqual(['not-allowed']);
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('are not sent by whoever has lost the role since writing them', async () => {
    const { it, press, yes } = await ready();
    const boss = await it.store.get(staff, BOSS);
    if (boss) await it.store.set(staff, BOSS, { ...boss, role: 'staff' });
    expect((await press(yes)).cards).toEqual(['not-allowed']);
    expect((await it.store.query(pushes)).docs).toEqual([]);
  });

  it('leave out at once who stopped news: before the yes, and between the yes and the sending', async () => {
    const { it, press, yes } = await ready();
    const now = it.desk.clock().getTime();
    const [first = '', second = ''] = CITIZENS;
    await it.store.transaction(rememberChoice(first, 'news', false, { eventMs: now, nowMs: now }));
    await it.store.transaction(rememberChoice(WORKER, 'news', false, { eventMs: now, nowMs: now }));
    expect((await press(yes)).json).toContain('ถึง 7 คน');
    it.at('2026-11-09T10:01');
    const later = { eventMs: now + 60_000, nowMs: now + 60_000 };
    await it.store.transaction(rememberUnsubscribe(second, later));
    await it.store.transaction(rememberUnsubscribe(BOSS, later));
    const gone = [first, second, WORKER, BOSS];
    const all = [...STAFF, ...MANAGERS, ...CITIZENS];
    expect(await delivered(it)).toEqual(all.filter((user) => !gone.includes(user)));
  });

  it('count staff who asked for news themselves once', async () => {
    const { it, shown } = await written();
    expect(shown.json).toContain('9 คน');
    const now = it.desk.clock().getTime();
    await it.store.transaction(rememberChoice(WORKER, 'news', true, { eventMs: now, nowMs: now }));
    const talk = await it.talk(BOSS);
    await talk.write('ข่าวด่วน');
    expect((await talk.write(NEWS)).json).toContain('9 คน');
  });

  it('whoever works here sees that they get them, and can ask for the rest or stop', async () => {
    const { it } = await written();
    const talk = await it.talk(WORKER);
    const { json } = await talk.write('รับข่าวสาร');
    expect(json).toContain('รับเฉพาะข่าวด่วน แตะเพื่อรับทั้งหมด');
    expect((await (await it.talk(CITIZEN)).write('รับข่าวสาร')).json).toContain('ท่านบอก เราทำ และข่าวด่วน');
  });

  it('are shown to their writer with everything held about them, and erased with it until they are sent', async () => {
    const { it, press, yes } = await ready();
    expect(JSON.stringify(await exportPerson(it.store, BOSS, it.desk.clock))).toContain('น้ำประปา');
    await erasePerson(it.store, BOSS, it.desk.clock);
    expect(await it.store.get(waiting, BOSS)).toBeUndefined();
    expect((await press(yes)).cards).toEqual(['not-allowed']);
    expect((await it.store.query(parts)).docs).toEqual([]);
  });
});

describe('urgent news in LINE', () => {
  let product: Product;
  afterEach(() => product.close());

  it('reach people as they were shown, and leave no word in the log', async () => {
    product = await startProduct();
    const { emulator, store } = product;
    const userId = emulator.persona('staff').lineId;
    await product.ask('staff', 'สวัสดี');
    await store.set(staff, userId, {
      role: 'manager',
      division: null,
      handle: '2BD04F6G',
      name: null,
      joinedAt: new Date().toISOString(),
      menu: null,
    });
    const tap = async (chat: string, data: string): Promise<string> => {
      const after = emulator.chat(chat).at(-1)?.seq ?? 0;
      await emulator.postback(chat, { data });
      await emulator.waitForReply(chat, { after });
      return JSON.stringify(emulator.sent(chat).at(-1));
    };
    await tap('citizen', 'intent=subscribe&topic=news');
    await expect.poll(() => product.ask('staff', 'ข่าวด่วน'), { timeout: 10_000 }).toContain('พิมพ์ข่าวด่วน');
    expect(await product.ask('staff', NEWS)).toContain('ข่าวด่วน');
    const draft = /draft=([\w-]{8})/.exec(JSON.stringify(emulator.sent('staff').at(-1)))?.[1];
    await tap('staff', `intent=urgent_news&draft=${draft}&reach=everybody&act=send`);
    const pushed = (): readonly string[] =>
      emulator
        .chat('citizen')
        .flatMap((entry) => (entry.via === 'push' || entry.via === 'multicast' ? [entry.notification ?? ''] : []));
    await expect.poll(pushed, { timeout: 10_000 }).toHaveLength(1);
    expect(pushed()[0]).toContain('ข่าวด่วน: หยุดส่งน้ำประปาหมู่ 3');
    await tap('citizen', 'intent=unsubscribe&topic=news');
    expect((await store.get(people, emulator.persona('citizen').lineId))?.wants.news?.wanted).toBe(false);
    expect(product.logged()).not.toContain('น้ำประปา');
  });
});
