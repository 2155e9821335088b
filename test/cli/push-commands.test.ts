import { describe, expect, it } from 'vitest';
import { pushList } from '../../src/cli/push-list.ts';
import { pushPreview } from '../../src/cli/push-preview.ts';
import { showMessages } from '../../src/local-phone.ts';
import { loadExample } from '../../src/load-example.ts';
import { watchKnowledge } from '../../src/chat/knowledge.ts';
import { rememberChoice } from '../../src/people/following.ts';
import { announceResult } from '../../src/push/announce.ts';
import type { Opened } from '../../src/push/opened-counts.ts';
import type { PushDesk } from '../../src/push/push-desk.ts';
import type { LineQuota } from '../../src/push/quota.ts';
import { CARDS } from '../chat/answers/knowledge.ts';
import { memoryAgency } from '../memory-agency.ts';

const NOW = new Date('2026-11-23T03:00:00Z');
const clock = (): Date => NOW;

async function deskWith(citizens: number, quota: LineQuota | undefined): Promise<PushDesk> {
  const store = memoryAgency();
  await loadExample(store, clock);
  const at = { eventMs: NOW.getTime(), nowMs: NOW.getTime() };
  for (let no = 0; no < citizens; no += 1)
    await store.transaction(rememberChoice(`U${String(no).padStart(32, '0')}`, 'results', true, at));
  const knowledge = watchKnowledge(store, () => undefined);
  await knowledge.ready;
  knowledge.stop();
  return {
    store,
    clock,
    newId: () => crypto.randomUUID(),
    staff: () => [],
    facts: knowledge.current,
    render: (card, data) => CARDS.render(card, data),
    quota: async () => quota,
  };
}

/** What the command prints, and what it shows on a phone. */
async function preview(desk: PushDesk, kind: string, year?: string, channel = true) {
  const printed: string[] = [];
  const shown: unknown[] = [];
  const exit = await pushPreview(
    { desk, channel, print: (text) => printed.push(text), show: async (messages) => void shown.push(...messages) },
    kind,
    year === undefined ? {} : { year },
  );
  return { exit, printed: printed.join('\n'), shown: JSON.stringify(shown) };
}

describe('prongsai push preview', () => {
  it('shows the message, its audience, its cost and what is left before and after', async () => {
    const { exit, printed, shown } = await preview(await deskWith(3, { limit: 300, used: 41 }), 'results');
    expect(exit).toBe(0);
    expect(shown).toContain('97.02');
    expect(shown).toContain('"altText":"ตัวอย่าง: ');
    expect(shown).not.toContain('unsubscribe');
    for (const part of [
      'รวมประชาชนที่ขอรับ 3 คน',
      'ใช้ 3 ข้อความ',
      'ใช้ไปแล้ว 41 จาก 300',
      'กันไว้ 60',
      'ส่งได้อีก 199',
      'หลังส่งเหลือ 196',
    ])
      expect(printed).toContain(part);
  });

  it('says that it would not be sent when there is not enough left, nothing new, or LINE does not say', async () => {
    expect((await preview(await deskWith(3, { limit: 300, used: 239 }), 'results')).printed).toContain('จะไม่ส่งถึงใคร');
    expect((await preview(await deskWith(3, undefined), 'results')).printed).toContain('LINE ไม่บอก');
    const news = await preview(await deskWith(0, { limit: null, used: 0 }), 'news');
    expect(news.printed).toContain('ไม่มีเรื่องใหม่');
    expect(news.shown).toBe('[]');
  });

  it('says why a digest would not be sent, and shows what it would say all the same', async () => {
    const desk = await deskWith(0, { limit: null, used: 0 });
    const nobody = await preview(desk, 'staff-digest');
    expect(nobody.printed).toContain('ยังไม่มีผู้รับ จึงไม่ส่ง');
    expect(nobody.printed).not.toContain('ไม่มีเรื่องใหม่');
    expect(nobody.shown).toContain('สรุปงานประจำสัปดาห์');
    const facts = () => {
      const known = desk.facts();
      return { ...known, agency: known.agency && { ...known.agency, push: { managerDigest: null } } };
    };
    const off = await preview({ ...desk, facts }, 'manager-digest');
    expect(off.printed).toContain('ปิดการส่งตามกำหนดไว้');
    expect(off.shown).toContain('สรุปสำหรับผู้บริหาร');
  });

  it('says that no channel is set where LINE cannot be asked, and that a result has reached all of them', async () => {
    const desk = await deskWith(3, { limit: null, used: 0 });
    expect((await preview(desk, 'results', undefined, false)).printed).toContain('ยังไม่ได้ตั้งค่าช่อง LINE จึงไม่รู้จำนวนที่เหลือ');
    await announceResult(desk, 2565, 'everybody', 'command');
    const { printed } = await preview(desk, 'results');
    expect(printed).toContain('ประกาศครบแล้ว');
    expect(printed).not.toContain('0 คน');
  });

  it('refuses what is no kind, and a year that is not published', async () => {
    const desk = await deskWith(0, undefined);
    await expect(preview(desk, 'advert')).rejects.toThrow('results, staff-digest');
    expect((await preview(desk, 'results', '2560')).exit).toBe(1);
  });

  it('has a phone in the browser to look at it', async () => {
    const phone = await showMessages([{ type: 'text', text: 'ตัวอย่าง' }]);
    expect((await fetch(phone.url)).status).toBe(200);
    await phone.close();
  });
});

it('prongsai push list tells how each push ended', async () => {
  const desk = await deskWith(3, { limit: null, used: 0 });
  const printed: string[] = [];
  const context = { store: desk.store, clock, print: (text: string) => printed.push(text) };
  await pushList({ ...context, print: (text) => void printed.push(text) });
  expect(printed.join()).toContain('ยังไม่เคยส่ง');
  await announceResult(desk, 2565, 'everybody', 'command');
  await pushList({ ...context, print: (text) => void printed.push(text) });
  expect(printed.at(-1)).toContain('กำลังส่ง 3 คน');
  expect(printed.at(-1)).toContain('23 พ.ย. 10:00 · ประกาศผลปี 2565 · เจ้าหน้าที่และประชาชนที่ขอรับ');
});

it('prongsai push list tells how many opened a push where LINE says so, and that it does not say who', async () => {
  const { store, ...desk } = await deskWith(3, { limit: null, used: 0 });
  await announceResult({ store, ...desk }, 2565, 'everybody', 'command');
  const list = async (opened: Opened): Promise<string> => {
    const printed: string[] = [];
    const ask = async (docs: readonly { id: string }[]) => {
      expect(docs.map(({ id }) => id)).toEqual(['results-2565']);
      return opened;
    };
    await pushList({ store, print: (text) => void printed.push(text), opened: ask });
    return printed.join('\n');
  };
  const told = await list(new Map([['results-2565', 45]]));
  expect(told).toMatch(/กำลังส่ง 3 คน · เปิดดูประมาณ 45 คน$/m);
  expect(told).toContain('ซึ่งไม่บอกว่าเป็นใคร');
  expect(await list(new Map())).not.toContain('เปิดดู');
});
