import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleInvite } from '../../src/cli/people-invite.ts';
import { systemClock } from '../../src/clock.ts';
import { audit, joinattempts, people, staff } from '../../src/store/collections.ts';
import { bothSettings } from '../both-stores.ts';
import { startProduct, type Product } from './product.ts';

/** What no log may ever hold. */
const PLANTED = 'ช่อฟ้านามสกุลยาว';

describe.each(await bothSettings())('staff in LINE, kept in %s', (_, there, environment) => {
  let product: Product;
  let officer: string;
  /** Every code there was, to be looked for in the logs. */
  const codes: string[] = [];
  beforeAll(async () => {
    if (!there) return;
    product = await startProduct({ ...environment, LINE_BASIC_ID: '@prongsai' });
    officer = product.emulator.addPersona('user', PLANTED).id;
    await product.emulator.follow(officer);
    await product.emulator.waitForReply(officer);
  });
  afterAll(() => product?.close());

  const lineId = (chat: string): string => product.emulator.persona(chat).lineId;
  const screen = (chat: string): string => JSON.stringify(product.emulator.sent(chat).at(-1));
  /** Taps the button with that label on the newest card; resolves with the card that comes. */
  async function tap(chat: string, label: string | RegExp): Promise<string> {
    const { emulator } = product;
    const pattern = typeof label === 'string' ? new RegExp(`"label":"${label}","data":"([^"]+)"`) : label;
    const data = pattern.exec(screen(chat))?.[1];
    if (data === undefined) throw new Error(`no button ${label} on ${screen(chat).slice(0, 2_000)}`);
    const after = emulator.chat(chat).at(-1)?.seq ?? 0;
    await emulator.postback(chat, { data });
    await emulator.waitForReply(chat, { after });
    return screen(chat);
  }
  async function write(chat: string, text: string): Promise<string> {
    await product.ask(chat, text);
    return screen(chat);
  }
  function keepCode(text: string): string {
    const code = /เข้าร่วม ([0-9A-Z-]{13})/.exec(text)?.[1] ?? '';
    codes.push(code, code.replaceAll('-', ''));
    return code;
  }

  it.runIf(there)('the first admin comes by a command, and is known by the name LINE shows', async () => {
    const said: string[] = [];
    const context = { store: product.store, clock: systemClock, lineBasicId: undefined };
    await peopleInvite({ ...context, print: (text) => said.push(text) }, { role: 'admin' });
    const code = keepCode(said.join());
    expect(await write(officer, `เข้าร่วม ${code.toLowerCase()}`)).toContain('ผู้ดูแลระบบ');
    expect(await product.store.get(staff, lineId(officer))).toBeUndefined();
    expect(await tap(officer, 'ยืนยัน')).toContain('ยินดีต้อนรับ');
    expect(await product.store.get(staff, lineId(officer))).toMatchObject({ role: 'admin' });
    await expect.poll(async () => (await product.store.get(staff, lineId(officer)))?.name).toBe(PLANTED);
    await expect.poll(() => write(officer, 'รายชื่อเจ้าหน้าที่'), { timeout: 8_000 }).toContain(PLANTED);
  });

  it.runIf(there)('an admin invites in the chat, and the invited joins although LINE knows no profile', async () => {
    const { emulator, store } = product;
    expect(await write('citizen', 'เชิญเจ้าหน้าที่')).toContain('รายการนี้สำหรับ');
    await write(officer, 'เชิญเจ้าหน้าที่');
    await tap(officer, 'ผู้บริหาร');
    const code = keepCode(await tap(officer, 'สร้างรหัสเชิญ'));
    expect(screen(officer)).toContain('https://line.me/R/share?text=');
    emulator.faults.add({ operation: 'getProfile', kind: '404' });
    expect(await write('staff', `เข้าร่วม ${code}`)).toContain('ผู้บริหาร');
    expect(await tap('staff', 'ยืนยัน')).toContain('ยินดีต้อนรับ');
    expect(await store.get(people, lineId('staff'))).toMatchObject({ following: true });
    await expect.poll(() => emulator.faults.list()).toEqual([]);
    expect((await store.get(staff, lineId('staff')))?.name).toBeNull();
    await expect.poll(() => write('staff', 'บันทึกการแก้ไข'), { timeout: 8_000 }).toContain('สร้างรหัสเชิญหมายเลข');
    expect(await write('staff', 'เชิญเจ้าหน้าที่')).toContain('เปิดให้ผู้ดูแลระบบ');
    expect(await write(officer, 'รายชื่อเจ้าหน้าที่')).toMatch(/เจ้าหน้าที่ [0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it.runIf(there)('a role is changed and withdrawn in the chat, and counts at once', async () => {
    const { store } = product;
    const handle = (await store.get(staff, lineId('staff')))?.handle ?? '';
    await write(officer, 'รายชื่อเจ้าหน้าที่');
    await tap(officer, new RegExp(`"data":"(intent=staff_member&handle=${handle})"`));
    await tap(officer, 'เปลี่ยนบทบาท');
    expect(await tap(officer, /"data":"([^"]+role=staff)"/)).toContain('เปลี่ยนเรียบร้อยแล้ว');
    await expect.poll(() => write('staff', 'บันทึกการแก้ไข'), { timeout: 8_000 }).toContain('รายการนี้สำหรับ');
    expect(await tap(officer, 'ถอนสิทธิ์')).toContain('หรือไม่');
    expect(await tap(officer, 'ถอนสิทธิ์')).toContain('ถอนสิทธิ์แล้ว');
    expect(await store.get(staff, lineId('staff'))).toMatchObject({ role: 'citizen' });
    await expect.poll(() => write('staff', 'ลงทะเบียนเจ้าหน้าที่'), { timeout: 8_000 }).toContain('ขอรหัสเชิญ');
    const actions = (await store.query(audit)).docs.map(({ data }) => data.action).sort();
    expect(actions).toEqual([
      'people.invite',
      'people.invite',
      'people.join',
      'people.join',
      'people.role',
      'people.withdraw',
    ]);
  });

  it.runIf(there)('somebody who guesses is locked out, and a citizen notices nothing of all this', async () => {
    for (const no of [1, 2, 3, 4]) expect(await write('citizen', `เข้าร่วม 0000000000${no}`)).toContain('ใส่ผิดได้อีก');
    expect(await write('citizen', 'เข้าร่วม 00000000005')).toContain('ลองใหม่ได้หลัง');
    expect((await product.store.get(joinattempts, lineId('citizen')))?.wrong).toHaveLength(5);
    expect(await product.ask('citizen', 'คะแนนรวมเท่าไหร่')).toContain('97.02');
  });

  it.runIf(there)('no name, user id or code has reached a log', () => {
    const logged = product.logged();
    for (const secret of [PLANTED, lineId(officer), lineId('staff'), ...codes]) expect(logged).not.toContain(secret);
    expect(codes.every((code) => code.length >= 11)).toBe(true);
    expect(logged).not.toContain('"level":"error"');
  });
});
