import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readProfile, saveProfile } from '../../src/agency/profile-record.ts';
import { fiscalYearOf } from '../../src/assessment/fiscal-year.ts';
import { systemClock } from '../../src/clock.ts';
import { AUDIT_ACTIONS } from '../../src/audit/audit-entry.ts';
import type { Role } from '../../src/people/role.ts';
import { audit, measures, pictures, progress, staff } from '../../src/store/collections.ts';
import { objectsIn } from '../chat/answers/look-into.ts';
import { bothSettings } from '../both-stores.ts';
import { staffMember } from '../measures/office.ts';
import { startProduct, type Product } from './product.ts';

const YEAR = fiscalYearOf(systemClock());
const ORIGIN = 'https://ita.example.go.th';
/** A photograph as phones take them: lying on its side, with the place it was taken at. */
const PHOTO = {
  type: 'image/jpeg',
  bytes: await sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: '#88aa44' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PlantedCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '13/1 30/1 0/1' } })
    .toBuffer(),
};

describe.each(await bothSettings())('work on measures in LINE, kept in %s', (_, there, environment) => {
  let product: Product;
  let chief: string;
  let colleague: string;
  beforeAll(async () => {
    if (!there) return;
    product = await startProduct({ ...environment, PUBLIC_URL: ORIGIN });
    const { emulator, store } = product;
    const profile = await readProfile(store);
    if (!profile) throw new Error('the example has a profile');
    await saveProfile(store, {
      ...profile,
      divisions: [
        { id: 'finance', name: 'กองคลัง' },
        { id: 'office', name: 'สำนักปลัด' },
      ],
    });
    [chief, colleague] = ['นายก', 'เพื่อนร่วมงาน'].map((name) => emulator.addPersona('user', name).id) as [string, string];
    const roles: readonly (readonly [string, Role, string | null])[] = [
      ['staff', 'staff', 'finance'],
      [colleague, 'staff', 'finance'],
      [chief, 'manager', null],
    ];
    for (const [no, [chat, role, division]] of roles.entries())
      await store.set(staff, emulator.persona(chat).lineId, staffMember(`STAFFXX${no + 1}`, role, division));
    // The server watches who works here, and knows it a moment later.
    for (const chat of [chief, colleague])
      await vi.waitFor(async () => expect(await product.ask(chat, 'งานของฉัน')).toContain('งานของฉัน'), 15_000);
  }, 60_000);
  afterAll(() => product?.close());

  const screen = (chat: string): string => JSON.stringify(product.emulator.sent(chat).at(-1));
  const parts = (chat: string) => objectsIn(product.emulator.sent(chat).at(-1));
  /** Waits for what is said after `act`; resolves with the whole card. */
  async function after(chat: string, act: () => Promise<unknown>): Promise<string> {
    const last = product.emulator.chat(chat).at(-1)?.seq ?? 0;
    await act();
    await product.emulator.waitForReply(chat, { after: last, timeoutMs: 10_000 });
    return screen(chat);
  }
  /** Taps what says `label` on the newest card or under it. */
  function tap(chat: string, label: string, params?: Readonly<Record<string, string>>): Promise<string> {
    const action = parts(chat).find(
      (part) => part['data'] !== undefined && [part['label'], part['displayText']].includes(label),
    );
    if (!action) throw new Error(`nothing says ${label} on ${screen(chat)}`);
    const data = String(action['data']);
    return after(chat, () => product.emulator.postback(chat, { data, ...(params ? { params } : {}) }));
  }
  const write = (chat: string, text: string): Promise<string> =>
    after(chat, () => product.emulator.sendText(chat, text));
  const first = () => product.store.get(measures, '2566-1');
  const entries = async (): Promise<number> => (await product.store.query(progress, { limit: 1_000 })).docs.length;
  const open = async (chat: string): Promise<string> => {
    await write(chat, 'งานของฉัน');
    return tap(chat, 'เปิดมาตรการที่ 1 ปี 2566');
  };

  it.runIf(there)(
    'an officer starts a measure, says how far it is, and takes the last step back, by taps alone',
    async () => {
      expect(await write('staff', 'งานของฉัน')).toContain('เลยกำหนดแล้ว 3 มาตรการ');
      expect(await tap('staff', 'เปิดมาตรการที่ 1 ปี 2566')).toContain('ยังไม่มีรายงานความคืบหน้า');
      expect(await tap('staff', 'เริ่มดำเนินการ')).toContain('บันทึกแล้ว: เริ่มดำเนินการ');
      expect(await tap('staff', '50%')).toContain('บันทึกแล้ว: คืบหน้า 50%');
      expect(await tap('staff', '75%')).toContain('บันทึกแล้ว: คืบหน้า 75%');
      expect(await tap('staff', 'ยกเลิกรายการนี้ (ภายใน 10 นาที)')).toContain('ยกเลิกแล้ว: คืบหน้า 75%');
      expect(await first()).toMatchObject({ status: 'under-way', percent: 50, revision: 4 });
      expect(await tap('staff', 'พิมพ์เปอร์เซ็นต์')).toContain('0 ถึง 100');
      expect(await write('staff', '๖๐%')).toContain('บันทึกแล้ว: คืบหน้า 60%');
    },
  );

  it.runIf(there)(
    'a note is the next message, once however often LINE delivers it, and a citizen reads it',
    async () => {
      const before = await entries();
      product.emulator.settings.duplicates = 3;
      expect(await tap('staff', 'บันทึกข้อความหรือรูป')).toContain('ประชาชนจะอ่านได้ตามที่พิมพ์');
      expect(await write('staff', 'จัดอบรมแล้ว 30 คน ดู https://example.go.th/news')).toContain('บันทึกแล้ว ประชาชนอ่าน');
      product.emulator.settings.duplicates = 0;
      expect((await entries()) - before).toBe(1);
      const asked = async (): Promise<string> => {
        await product.ask('citizen', 'มาตรการที่ 1 ปี 2566 คืบหน้าแค่ไหน');
        return screen('citizen');
      };
      await expect
        .poll(asked, { timeout: 8_000 })
        .toMatch(/คืบหน้า 60%[^]*จัดอบรมแล้ว 30 คน[^]*เปิดดูหลักฐาน[^]*https:\/\/example\.go\.th\/news/);
      for (const secret of ['STAFFXX', 'คุณSTAFF', 'work_measure']) expect(screen('citizen')).not.toContain(secret);
      expect(await product.ask('citizen', 'มาตรการมีอะไรบ้าง')).toBeTruthy();
      expect(screen('citizen')).toMatch(/คืบหน้า 60% · ปี 2566 · ล่าสุด/);
    },
  );

  it.runIf(there)(
    'a picture is announced at once, fetched after the answer, made small, and shown to citizens without its place',
    async () => {
      await open('staff');
      expect(await tap('staff', 'ส่งรูป')).toContain('cameraRoll');
      expect(await after('staff', () => product.emulator.sendImage('staff', undefined, PHOTO))).toContain('รับรูปแล้ว');
      const picture = async () => (await first())?.lastNote?.picture;
      await expect.poll(async () => (await picture())?.state, { timeout: 15_000 }).toBe('kept');
      const { id = '', width, height } = (await picture()) ?? {};
      expect({ width, height }).toEqual({ width: 1280, height: 960 });
      const asked = async (): Promise<string> => {
        await product.ask('citizen', 'มาตรการที่ 1 ปี 2566 คืบหน้าแค่ไหน');
        return screen('citizen');
      };
      await expect.poll(asked, { timeout: 8_000 }).toContain(`${ORIGIN}/pictures/${id}.jpg`);
      const response = await fetch(`http://127.0.0.1:${product.app.port}/pictures/${id}.jpg`);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      const bytes = Buffer.from(await response.arrayBuffer());
      const { exif, width: wide } = await sharp(bytes).metadata();
      expect({ exif, wide }).toEqual({ wide: 1280 });
      expect(bytes.includes('PlantedCamera')).toBe(false);
      expect(await open('staff')).toContain('มีแล้ว ประชาชนเห็นได้');
    },
  );

  it.runIf(there)('a picture that LINE has no longer is told on the card', async () => {
    await tap('staff', 'ส่งรูป');
    product.emulator.faults.add({ operation: 'content', kind: '404' });
    await after('staff', () => product.emulator.sendImage('staff'));
    await expect.poll(() => open('staff'), { timeout: 15_000 }).toContain('รับไม่สำเร็จ: LINE ไม่มีรูปนี้แล้ว');
    const { docs } = await product.store.query(pictures);
    expect(docs.map(({ data }) => data.state).sort()).toEqual(['kept', 'lost']);
  });

  it.runIf(there)('a note whose message is taken back is read by nobody any more', async () => {
    await tap('staff', 'บันทึกข้อความหรือรูป');
    await write('staff', 'พิมพ์ผิดเรื่อง');
    expect((await first())?.lastNote?.text).toBe('พิมพ์ผิดเรื่อง');
    const entries = product.emulator.chat('staff');
    const message = entries.findLast((entry) => entry.kind === 'out' && entry.messageId !== undefined);
    await product.emulator.unsend('staff', message?.messageId ?? '');
    await expect.poll(async () => (await first())?.lastNote?.text, { timeout: 8_000 }).toContain('จัดอบรมแล้ว');
  });

  it.runIf(there)(
    'of two who act on the same card the second sees what the first did, and goes on by a tap',
    async () => {
      await open('staff');
      await open(colleague);
      await tap(colleague, '75%');
      expect(await tap('staff', '25%')).toMatch(/ยังไม่ได้บันทึก[^]*คืบหน้า 75%[^]*คุณSTAFFXX2 \(กองคลัง\)/);
      expect(await first()).toMatchObject({ percent: 75 });
      await tap('staff', 'ตั้งเป็น 25% ตามเดิม');
      expect(await first()).toMatchObject({ percent: 25 });
      expect(await tap('staff', 'ประวัติ')).toMatch(/คืบหน้า 25%[^]*คืบหน้า 75%/);
    },
  );

  it.runIf(there)(
    'a manager gives a measure to a division and a day, and is asked about a day that is over',
    async () => {
      expect(await write(chief, 'กระดานมาตรการ')).toMatch(/เลยกำหนด[^]*3 มาตรการ[^]*จุดอ่อนที่ยังไม่มีมาตรการ[^]*1 เรื่อง/);
      await tap(chief, 'เลยกำหนด');
      await tap(chief, 'เปิดมาตรการที่ 2 ปี 2566');
      await tap(chief, 'มอบหมาย');
      expect(await tap(chief, 'มอบหมายให้สำนักปลัด')).toContain('บันทึกแล้ว: มอบหมายให้สำนักปลัด');
      await tap(chief, 'กำหนดวันเสร็จ');
      expect(screen(chief)).toContain('datetimepicker');
      expect(await tap(chief, 'เลือกวันจากปฏิทิน', { date: '2020-01-05' })).toMatch(
        /5 ม.ค. 2563 ใช่ไหม[^]*ผ่านไปแล้ว[^]*นอกปีงบประมาณ 2566/,
      );
      expect((await product.store.get(measures, '2566-2'))?.dueDate).toBeNull();
      await tap(chief, 'ใช่ ใช้วันนี้');
      expect(await product.store.get(measures, '2566-2')).toMatchObject({ division: 'office', dueDate: '2020-01-05' });
      await expect.poll(() => write('staff', 'งานของฉัน'), { timeout: 8_000 }).not.toContain('เปิดมาตรการที่ 2 ปี 2566');
    },
  );

  it.runIf(there)('a manager adds a measure for the weakness that has none, and citizens see it', async () => {
    await write(chief, 'กระดานมาตรการ');
    expect(await tap(chief, 'จุดอ่อนที่ยังไม่มีมาตรการ')).toContain('I29');
    expect(await tap(chief, 'เพิ่มมาตรการ ข้อ I29')).toContain('ชื่อมาตรการ');
    expect(await write(chief, 'ทบทวนผลการตรวจสอบทุกไตรมาส')).toContain('เพิ่มมาตรการแล้ว');
    expect(await product.store.get(measures, `${YEAR}-1`)).toMatchObject({ items: ['I29'], fiscalYear: YEAR });
    await expect
      .poll(() => product.ask('citizen', 'มาตรการมีอะไรบ้าง'), { timeout: 8_000 })
      .toContain('ทบทวนผลการตรวจสอบทุกไตรมาส');
    expect(await write(chief, 'กระดานมาตรการ')).toMatch(/ไม่มีรายการ: จุดอ่อนที่ยังไม่มีมาตรการ/);
  });

  it.runIf(there)('a citizen is kindly refused, whatever is typed or tapped', async () => {
    const before = await entries();
    for (const text of ['งานของฉัน', 'กระดานมาตรการ']) expect(await write('citizen', text)).toContain('รายการนี้สำหรับ');
    const data = 'intent=work_measure&act=done&measure=1&rev=0&year=2566';
    expect(await after('citizen', () => product.emulator.postback('citizen', { data }))).toContain('รายการนี้สำหรับ');
    expect(await after('staff', () => product.emulator.postback('staff', { data: 'intent=measure_board' }))).toContain(
      'ผู้บริหาร',
    );
    expect(await entries()).toBe(before);
  });

  it.runIf(there)('left an entry in the audit for every change, and no words, names or ids in the log', async () => {
    const written = (await product.store.query(audit, { limit: 1_000 })).docs.map(({ data }) => data);
    expect(written).toHaveLength(await entries());
    const actions = new Set(written.map(({ action }) => action));
    const expected = AUDIT_ACTIONS.filter((action) => action.startsWith('measure.') && action !== 'measure.carry');
    expect([...actions].sort()).toEqual([...expected].sort());
    const secrets = [
      'จัดอบรม',
      'ทบทวนผล',
      'STAFFXX',
      'example.go.th/news',
      ...['staff', colleague, chief].map((chat) => product.emulator.persona(chat).lineId),
    ];
    for (const secret of secrets) expect(product.logged()).not.toContain(secret);
  });
});
