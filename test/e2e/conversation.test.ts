import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import { systemClock } from '../../src/clock.ts';
import { importDraft } from '../../src/assessment/assessment-records.ts';
import { publishYear, unpublishYear } from '../../src/measures/publish-result.ts';
import { people, assessments } from '../../src/store/collections.ts';
import { startProduct, type Product } from './product.ts';

describe('a conversation in LINE', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.close());

  it.each([
    ['คะแนนรวมเท่าไหร่', /97\.02 คะแนน ระดับ AA/],
    ['ปีงบประมาณ ๒๕๖๕ ได้ ita กี่คะแนนครับ', /97\.02/],
    ['EIT ได้เท่าไรครับ', /93\.45/],
    ['ตัวชี้วัดที่ ๘', /92\.59/],
    ['คุณภาพการดำเนินงานได้เท่าไหร่', /94\.45/],
    ['I29 ได้กี่คะแนน', /92\.32/],
    ['ข้อ 1๒๓', /I23/],
    ['เราอ่อนเรื่องอะไรคะ', /92\.59/],
    ['ข้อ ๒๓', /I23[^]*O23/],
    ['คะแนนปี 2560', /2560/],
    ['โดนเรียกเงินตอนขอใบอนุญาต', /1205/],
    ['วิธีใช้', /./],
  ])('%s is answered with %s', async (question, answer) => {
    expect(await product.ask('citizen', question)).toMatch(answer);
  });

  it('costs the store nothing, question after question', async () => {
    const before = await product.metric('prongsai_store_operations_total{kind="read"');
    for (const question of ['คะแนนรวม', 'จุดอ่อน', 'ตัวชี้วัดที่ 3', 'มาตรการ', 'ระดับ AA คืออะไร'])
      await product.ask('citizen', question);
    expect(await product.metric('prongsai_store_operations_total{kind="read"')).toBe(before);
    expect(await product.metric('prongsai_store_operations_total{kind="write"')).toBeUndefined();
  });

  it('counts what it does not understand, offers what comes nearest, and keeps no text', async () => {
    expect(await product.ask('citizen', 'กขฃคฅฆงจฉ')).not.toBe('');
    expect(Number(await product.metric('prongsai_requests_total{intent="not_understood"}'))).toBeGreaterThan(0);
    const last = product.emulator.sent('citizen').at(-1) as { quickReply?: { items: unknown[] } };
    expect(last.quickReply?.items.length).toBeGreaterThanOrEqual(3);
  });

  it('does not tell the public metrics that somebody asked how to report corruption', async () => {
    await product.ask('citizen', 'แจ้งเบาะแสทุจริต');
    expect(await product.metric('prongsai_requests_total{intent="report_corruption"}')).toBeUndefined();
    expect(Number(await product.metric('prongsai_requests_total{intent="private"}'))).toBeGreaterThan(0);
  });

  it('answers stickers, pictures, places and voices with a friendly line and the menu', async () => {
    const { emulator } = product;
    for (const act of [emulator.sendSticker, emulator.sendImage, emulator.sendLocation, emulator.sendAudio]) {
      await act('citizen');
      const [entry] = await emulator.waitForReply('citizen');
      expect(entry?.message).toHaveProperty('quickReply');
    }
  });

  it('keeps silent in a group until it is called by name', async () => {
    const { emulator } = product;
    await emulator.sendText('group', 'พรุ่งนี้ประชุมกี่โมง', 'citizen');
    await emulator.sendText('group', 'โปร่งใส คะแนนรวมเท่าไหร่', 'staff');
    const entries = await emulator.waitForReply('group', { after: 0 });
    expect(entries.map((entry) => entry.notification)).toEqual([expect.stringContaining('97.02')]);
  });

  it('remembers that somebody left and came back, and forgets everything when asked to', async () => {
    const { emulator, store } = product;
    const id = emulator.persona('citizen').lineId;
    await emulator.unfollow('citizen');
    await expect.poll(() => store.get(people, id)).toMatchObject({ following: false });
    await emulator.follow('citizen');
    expect((await emulator.waitForReply('citizen')).length).toBeGreaterThan(0);
    expect(await store.get(people, id)).toMatchObject({ following: true });
    expect(await product.ask('citizen', 'ลบข้อมูลของฉัน')).toContain('ยังไม่ได้ลบ');
    expect(await store.get(people, id)).toMatchObject({ following: true });
    await emulator.postback('citizen', { data: encodePostback('privacy', { action: 'delete_confirmed' }) });
    await emulator.waitForReply('citizen');
    expect(await store.get(people, id)).toBeUndefined();
  });

  it('has one effect and sends one reply when LINE delivers the same follow again and again', async () => {
    const { emulator } = product;
    emulator.settings.duplicates = 4;
    await emulator.unfollow('staff');
    const seq = emulator.chat('staff').at(-1)?.seq ?? 0;
    await emulator.follow('staff');
    emulator.settings.duplicates = 0;
    const follow = emulator.chat('staff').find((entry) => entry.seq > seq && entry.event !== undefined);
    await emulator.redeliver('staff', follow?.seq ?? 0);
    await emulator.waitForReply('staff', { after: seq });
    await product.ask('staff', 'สวัสดี');
    const replies = emulator.chat('staff').filter((entry) => entry.seq > seq && entry.kind === 'in');
    expect(replies.map((entry) => entry.notification).filter((text) => text === replies[0]?.notification)).toHaveLength(
      1,
    );
  });

  it('shows a newly published result within seconds and without a restart, and never a draft', async () => {
    const { store } = product;
    const record = await store.get(assessments, '2565');
    const published = record?.published;
    if (!published) throw new Error('the example is not published');
    const overall = { value: 91.11, readings: [], basis: 'computed' as const };
    await importDraft(store, { assessment: { ...published, fiscalYear: 2566, overall }, measures: [] }, systemClock);
    expect(await product.ask('citizen', 'คะแนนรวมปี 2566')).not.toContain('91.11');
    await publishYear(store, 2566, systemClock);
    await expect
      .poll(() => product.ask('citizen', 'คะแนนรวมปี 2566'), { timeout: 8_000, interval: 200 })
      .toContain('91.11');
    await unpublishYear(store, 2566, systemClock);
    await expect
      .poll(() => product.ask('citizen', 'คะแนนรวมปี 2566'), { timeout: 8_000, interval: 200 })
      .not.toContain('91.11');
  });

  it.each([
    ['401', 'refused', 'unauthorized'],
    ['rate-limit', 'refused', 'rate-limit'],
    ['500', 'unclear', 'server-error'],
    ['reset-after', 'unclear', 'reset'],
  ] as const)(
    'makes one call and no push when LINE answers a reply with %s, and counts it as %s',
    async (kind, outcome, reason) => {
      const { emulator, metric } = product;
      const line = `prongsai_replies_total{outcome="${outcome}",reason="${reason}"}`;
      const before = Number((await metric(line)) ?? 0);
      const calls = emulator.requests().length;
      emulator.faults.add({ operation: 'reply', kind, times: 1 });
      await emulator.sendText('citizen', 'คะแนนรวม');
      await expect.poll(async () => Number((await metric(line)) ?? 0)).toBe(before + 1);
      emulator.faults.clear();
      expect(
        emulator
          .requests()
          .slice(calls)
          .map((request) => request.operation),
      ).toEqual(['replyMessage']);
    },
  );

  it('sends nothing LINE would refuse: all calls were replies and none was turned down for what was in it', async () => {
    const served = product.emulator.requests();
    expect(new Set(served.map((request) => request.operation))).toEqual(new Set(['replyMessage']));
    expect(Number((await product.metric('prongsai_replies_total{outcome="refused",reason="bad-request"}')) ?? 0)).toBe(
      0,
    );
  });

  it('left no text, name, user id or token in the log', () => {
    const { emulator, logged, secret, token } = product;
    const said = ['คะแนน', 'โดนเรียกเงิน', 'ประชุม', 'กขฃคฅฆงจฉ'];
    const people_ = emulator.personas().flatMap(({ lineId, name }) => [lineId, name]);
    const tokens = emulator
      .personas()
      .flatMap(({ id }) => emulator.chat(id))
      .map((entry) => (entry.event as { replyToken?: string } | undefined)?.replyToken)
      .filter((one) => one !== undefined);
    expect(tokens.length).toBeGreaterThan(10);
    expect(logged()).toContain('a reply was not accepted');
    for (const secretWord of [...said, ...people_, ...tokens, secret, token])
      expect(logged()).not.toContain(secretWord);
  });
});
