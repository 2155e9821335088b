import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit, people, pushes, staff } from '../../src/store/collections.ts';
import { rememberFollow } from '../../src/people/following.ts';
import { startProduct, type Product } from '../e2e/product.ts';

/** What somebody says in a chat of the emulator, and what the bot answers: texts and altTexts. */
describe('news in LINE', () => {
  let product: Product;
  beforeEach(async () => {
    product = await startProduct();
  });
  afterEach(() => product.close());

  const lineId = (chat: string): string => product.emulator.persona(chat).lineId;

  /** Makes the persona a manager, who follows the account. */
  async function manager(): Promise<void> {
    const now = Date.now();
    await product.store.transaction(rememberFollow(lineId('staff'), { eventMs: now, nowMs: now }));
    await product.store.set(staff, lineId('staff'), {
      role: 'manager',
      division: null,
      handle: '2BD04F6G',
      name: null,
      joinedAt: new Date(now).toISOString(),
      menu: null,
    });
    await expect.poll(async () => product.ask('staff', 'รายงานการส่ง'), { timeout: 10_000 }).toContain('รายงานการส่ง');
  }

  const tap = async (chat: string, data: string): Promise<string> => {
    const after = product.emulator.chat(chat).at(-1)?.seq ?? 0;
    await product.emulator.postback(chat, { data });
    const entries = await product.emulator.waitForReply(chat, { after });
    return entries.map((entry) => entry.notification ?? '').join('\n');
  };
  const pushed = (chat: string): readonly string[] =>
    product.emulator
      .chat(chat)
      .flatMap((entry) => (entry.via === 'push' || entry.via === 'multicast' ? [entry.notification ?? ''] : []));

  it('are chosen and stopped by buttons, one by one and all at once', async () => {
    expect(await product.ask('citizen', 'ขอรับข่าวสาร')).toContain('เลือกเรื่อง');
    expect(await tap('citizen', 'intent=subscribe&topic=news')).toContain('ท่านบอก เราทำ');
    expect((await product.store.get(people, lineId('citizen')))?.wants['news']?.wanted).toBe(true);
    expect(await tap('citizen', 'intent=unsubscribe&topic=news')).toContain('ท่านบอก เราทำ');
    expect((await product.store.get(people, lineId('citizen')))?.wants['news']?.wanted).toBe(false);
    await tap('citizen', 'intent=subscribe&topic=results');
    await product.ask('citizen', 'หยุดรับข่าวสาร');
    const wants = (await product.store.get(people, lineId('citizen')))?.wants ?? {};
    expect(Object.values(wants).map(({ wanted }) => wanted)).toEqual([false, false, false]);
  });

  it('a result is announced by a manager only, after seeing it, its audience and its cost, and after a yes', async () => {
    expect(await product.ask('citizen', 'ประกาศผล')).toContain('เจ้าหน้าที่');
    await manager();
    await tap('citizen', 'intent=subscribe&topic=results');
    const shown = await product.ask('staff', 'ประกาศผล');
    expect(shown).toContain('97.02');
    const screen = (): string => JSON.stringify(product.emulator.sent('staff').at(-1));
    await expect.poll(screen, { timeout: 10_000 }).toContain('ใช้ไป 0 จาก 300');
    expect(await tap('staff', 'intent=announce&reach=everybody&year=2565')).toContain('2 คน');
    expect((await product.store.query(pushes)).docs).toEqual([]);
    expect(await tap('staff', 'intent=announce&act=send&reach=everybody&year=2565')).toContain('กำลังส่ง');
    await expect.poll(() => pushed('citizen'), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => pushed('staff'), { timeout: 10_000 }).toHaveLength(1);
    expect(pushed('citizen')[0]).toContain('97.02');
    expect(await tap('staff', 'intent=announce&act=send&reach=everybody&year=2565')).toContain('ไม่ส่งซ้ำ');
    const entries = (await product.store.query(audit)).docs.map(({ data }) => data.action);
    expect(entries.filter((action) => action === 'push.announce')).toHaveLength(1);
    expect(product.emulator.quota.used()).toBe(2);
  });

  it('an announcement that was stopped for by one of its people does not reach them', async () => {
    await manager();
    await tap('citizen', 'intent=subscribe&topic=results');
    await tap('citizen', 'intent=unsubscribe&topic=results');
    expect(await tap('staff', 'intent=announce&act=send&reach=everybody&year=2565')).toContain('กำลังส่ง');
    await expect.poll(() => pushed('staff'), { timeout: 10_000 }).toHaveLength(1);
    expect(pushed('citizen')).toEqual([]);
  });

  it('a preview is shown to whoever asks and sent to nobody', async () => {
    await manager();
    expect(await tap('staff', 'intent=push_preview&kind=manager-digest')).toContain('สรุปสำหรับผู้บริหาร');
    expect(pushed('staff')).toEqual([]);
    expect((await product.store.query(pushes)).docs).toEqual([]);
  });
});
