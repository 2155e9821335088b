import { afterEach, describe, expect, it } from 'vitest';
import { addReasons } from '../../src/feedback/give-feedback.ts';
import { findFeedback } from '../../src/feedback/read-feedback.ts';
import { showFeedbackId } from '../../src/feedback/feedback-id.ts';
import { askForReply } from '../../src/feedback/give-feedback.ts';
import { contacts } from '../../src/store/collections.ts';
import { startWeb, type Page, type WebHarness, type WebHarnessOptions } from './web-harness.ts';
import { answerNow, hideNow } from '../feedback/officer.ts';

const CORRUPT = 'เจ้าหน้าที่เรียกเงินใต้โต๊ะ 500 บาทถึงจะทำเรื่องให้';
const NAME = 'นางสมศรี ใจดีงาม';
const PHONE = '089-123-4567';

let web: WebHarness;
afterEach(() => web.close());

/** A rating has been given; `path` is its reference page. */
async function rated(options?: WebHarnessOptions): Promise<WebHarness & { path: string; id: string }> {
  web = await startWeb(options);
  const { location } = await web.post(`/q/${await web.code()}`, { score: '33' });
  return { ...web, path: location, id: location.slice(3) };
}

describe('the reference page', () => {
  it('shows what was given, the reference in groups, what happens now, and how to keep in touch', async () => {
    const { get, path, id } = await rated({ lineBasicId: '@bangkhrok' });
    const page = await get(path);
    expect(page.status).toBe(200);
    for (const words of [
      'ขอบคุณ',
      'ควรปรับปรุง',
      'งานทะเบียน',
      '22 พ.ย. 2569',
      showFeedbackId(id),
      'จากนี้จะเป็นอย่างไร',
      'https://line.me/R/ti/p/%40bangkhrok',
      'ไม่ต้องใส่ชื่อหรือเบอร์โทร',
    ])
      expect(page.text).toContain(words);
    expect(page.text.match(/type="checkbox"/g)?.length).toBeGreaterThan(3);
  });

  it('is found by typing the reference in any way people write it', async () => {
    const { get, id } = await rated();
    const typed = ` ${showFeedbackId(id).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i')} `;
    const found = await get(`/r?code=${encodeURIComponent(typed)}`);
    expect([found.status, found.location]).toEqual([303, `/r/${id}`]);
    expect((await get('/r')).text).toContain('name="code"');
    for (const wrong of ['abc', '', 'Z'.repeat(20)]) {
      const first = await get(`/r?code=${wrong}`);
      const page = first.status === 303 ? await get(first.location) : first;
      expect(page.status).toBe(404);
      expect(page.text).toMatch(/role="alert"[^]*aria-invalid="true"/);
    }
  });

  it('shows the answer of the agency later, as text', async () => {
    const { get, path, id, store, time } = await rated();
    await answerNow(store, id, 'เพิ่มเก้าอี้แล้ว\n<b>ขอบคุณ</b>', time.now);
    const { text } = await get(path);
    expect(text).toMatch(/คำตอบจากอบต\.บางครก[^]*เพิ่มเก้าอี้แล้ว\n&lt;b&gt;/);
    expect(text).not.toContain('ยังไม่มีคำตอบ');
  });

  it('does not take the answer for delivered: it cannot tell who looked', async () => {
    const { get, path, id, store, time } = await rated();
    const lineUserId = `U${'a'.repeat(32)}`;
    await store.transaction(askForReply(id, lineUserId, time.now));
    await answerNow(store, id, 'เพิ่มเก้าอี้แล้ว', time.now);
    expect((await get(path)).text).toContain('เพิ่มเก้าอี้แล้ว');
    expect(await store.get(contacts, id)).toMatchObject({ lineUserId, queuedReply: 'เพิ่มเก้าอี้แล้ว' });
  });
});

describe('reasons and a comment', () => {
  it('are added to the rating, reasons only from those offered', async () => {
    const { post, path, id, store, get } = await rated();
    const [reason = ''] = [...(await get(path)).text.matchAll(/name="why" value="(\w+)"/g)].map((match) => match[1]);
    const sent = await post(path, { why: [reason, 'E99', '__proto__'], comment: '  รอนาน\r\nแต่เจ้าหน้าที่ใจดี  ' });
    expect([sent.status, sent.location]).toEqual([303, `${path}?done=added`]);
    expect(await findFeedback(store, id)).toMatchObject({
      score: 33,
      why: { [reason]: true },
      comment: 'รอนาน\nแต่เจ้าหน้าที่ใจดี',
    });
    const page = await get(sent.location);
    expect(page.text).toContain('บันทึกแล้ว');
    expect(page.text).toMatch(new RegExp(`value="${reason}"\\s+checked`));
  });

  it('are changed by whoever comes back: unticked, ticked anew, and the comment replaced', async () => {
    const { post, path, id, store, get } = await rated();
    await post(path, { why: ['i6a', 'i7b'], comment: 'รอนาน' });
    const page = await get(path);
    expect([...page.text.matchAll(/value="(\w+)"\s+checked/g)].map((match) => match[1])).toEqual(['i6a', 'i7b']);
    await post(path, { why: 'i8a', comment: '' });
    expect(await findFeedback(store, id)).toMatchObject({ comment: 'รอนาน' });
    expect((await findFeedback(store, id))?.why).toEqual({ i8a: true });
    await post(path, { comment: 'ไม่นานแล้ว' });
    expect(await findFeedback(store, id)).toMatchObject({ score: 33, comment: 'ไม่นานแล้ว', why: {} });
  });

  it('leave alone what the page does not offer', async () => {
    const { post, path, id, store } = await rated();
    await store.transaction(addReasons(id, ['E11'], Date.now()));
    await post(path, { why: 'i6a' });
    expect((await findFeedback(store, id))?.why).toEqual({ E11: true, i6a: true });
    await post(path, {});
    expect((await findFeedback(store, id))?.why).toEqual({ E11: true });
  });

  it('survive another tap on a face the same day', async () => {
    const { post, store, time } = await rated();
    const giver = 'a'.repeat(20);
    const { location } = await post('/feedback', { score: '0', giver });
    await post(location, { comment: 'รอนาน' });
    time.now = new Date(time.now.getTime() + 1_000);
    expect((await post('/feedback', { score: '100', giver })).location).toBe(location);
    expect(await findFeedback(store, location.slice(3))).toMatchObject({ score: 100, comment: 'รอนาน' });
  });

  it('are never shown on a page, and can be removed for good, also when it is too late to add', async () => {
    const { post, path, id, store, get, time } = await rated();
    await post(path, { comment: `ฝากถึง ${NAME} ${PHONE}` });
    expect((await get(path)).text).not.toMatch(/สมศรี|089/);
    time.now = new Date(time.now.getTime() + 30 * 86_400_000);
    const sent = await post(path, { do: 'remove-comment' });
    expect(sent.location).toBe(`${path}?done=removed`);
    expect(await findFeedback(store, id)).toMatchObject({ comment: null, score: 33 });
    expect((await get(sent.location)).text).toContain('ลบข้อความแล้ว');
  });

  it('take 1,200 Thai letters with line breaks, and one more is kept in the page with what to do', async () => {
    const { post, path, id, store } = await rated();
    const full = `${'ก'.repeat(598)}\n\n${'ข'.repeat(600)}`;
    expect((await post(path, { comment: full.replaceAll('\n', '\r\n') })).status).toBe(303);
    expect((await findFeedback(store, id))?.comment).toBe(full);
    const long = await post(path, { comment: `${full}ค` });
    expect(long.status).toBe(400);
    expect(long.text).toMatch(/role="alert"[^]*href="#comment"[^]*ขค<\/textarea>/);
    expect((await findFeedback(store, id))?.comment).toBe(full);
  });

  it('are taken for a day, and not for what staff have hidden', async () => {
    const { post, path, id, store, time, get } = await rated();
    const given = time.now.getTime();
    time.now = new Date(given + 86_400_000 - 1);
    expect((await post(path, { comment: 'ทัน' })).status).toBe(303);
    time.now = new Date(given + 86_400_000);
    expect((await post(path, { comment: 'ไม่ทัน' })).status).toBe(409);
    expect((await get(path)).text).not.toContain('<textarea');
    time.now = new Date(given);
    await hideNow(store, id, 'abuse');
    expect((await post(path, { comment: 'x' })).status).toBe(409);
    expect((await findFeedback(store, id))?.comment).toBe('ทัน');
  });

  it('go nowhere for a reference that does not exist', async () => {
    const { post, stored } = await rated();
    for (const id of ['Z'.repeat(20), 'x']) expect((await post(`/r/${id}`, { comment: 'x' })).status).toBe(404);
    expect((await post(`/r/${'Z'.repeat(20)}`, { do: 'remove-comment' })).status).toBe(303);
    expect((await stored()).length).toBe(1);
  });
});

describe('a comment that tells of corruption', () => {
  it('is not stored; the proper channels are named and what was typed is kept, until it is sent all the same', async () => {
    const { post, path, id, store, metric, get } = await rated();
    const [reason = ''] = [...(await get(path)).text.matchAll(/name="why" value="(\w+)"/g)].map((match) => match[1]);
    const asked = await post(path, { comment: CORRUPT, why: reason });
    expect(asked.status).toBe(200);
    for (const words of ['tel:1205', 'tel:1206', 'tel:1567', 'tel:032771001', 'ยังไม่ได้บันทึก', CORRUPT, 'anyway'])
      expect(asked.text).toContain(words);
    expect(await findFeedback(store, id)).toMatchObject({ comment: null, why: {} });
    expect(await metric('corruption')).toBe(1);
    expect((await post(path, { comment: CORRUPT, why: reason, anyway: 'yes' })).status).toBe(303);
    expect(await findFeedback(store, id)).toMatchObject({ comment: CORRUPT, why: { [reason]: true } });
  });

  it.each([
    `คะแนนบริการดีมาก\n${CORRUPT}`,
    `${'บริการดี รวดเร็ว ห้องน้ำสะอาด '.repeat(20)}${CORRUPT}`,
    `${CORRUPT} ${'บริการดี '.repeat(60)}`,
  ])('is seen anywhere in a longer text (%#)', async (comment) => {
    const { post, path } = await rated();
    expect((await post(path, { comment })).text).toContain('1205');
  });

  it.each([
    'รอคิวนาน อยากให้เพิ่มเก้าอี้',
    'เจ้าหน้าที่พูดจาดี บริการรวดเร็ว ไม่มีการเรียกเงิน',
    'อยากให้มีที่จอดรถเพิ่ม และเปิดช่วงพักเที่ยง',
    'เว็บไซต์หาข้อมูลยาก ขอให้ปรับปรุง',
    'ค่าธรรมเนียมแจ้งไว้ชัดเจน จ่ายเงินสะดวก ได้ใบเสร็จ',
    'ขอบคุณเจ้าหน้าที่ช่องบริการที่ช่วยกรอกแบบฟอร์มให้คุณยาย',
    'ควรป้องกันการทุจริตให้ดีขึ้นกว่านี้',
  ])('is not mistaken for: %s', async (comment) => {
    const { post, path } = await rated();
    expect((await post(path, { comment })).status).toBe(303);
  });
});

describe('names and numbers in comments', () => {
  it('appear in no log, no metric and on no page anybody else can open', async () => {
    const { post, path, get, logged, faults, code, id, url } = await rated();
    const comment = `ชื่อ ${NAME} โทร ${PHONE}`;
    await post(path, { comment });
    await post(path, { comment: `${comment} ${'x'.repeat(1_200)}` });
    await post(path, { comment: `${CORRUPT} ${comment}` });
    faults.fail(new Error(`boom ${NAME}`), 'ping');
    await post('/feedback', { comment, leave_empty: comment });
    const pages: Page[] = [];
    for (const open of [path, '/r', '/feedback', '/privacy', `/q/${await code()}`, '/metrics', `/r/${id}?done=added`])
      pages.push(await get(open));
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const all = [logged(), metrics, ...pages.map(({ text }) => text)].join('\n');
    expect(all).not.toMatch(/สมศรี|ใจดีงาม|123-4567|%E0%B8%AA%E0%B8%A1/);
    expect(logged()).not.toContain(id);
  });
});
