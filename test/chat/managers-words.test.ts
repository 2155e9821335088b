import { describe, expect, it } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import { CITIZENS, deskByTheCalendar, MANAGERS, STAFF } from '../push/desk-by-the-calendar.ts';

const [BOSS = ''] = MANAGERS;
const [WORKER = ''] = STAFF;
const [CITIZEN = ''] = CITIZENS;

/** What that person is answered to a text. */
async function answered(user: string, text: string) {
  const it = await deskByTheCalendar();
  it.at('2026-11-09T10:00');
  return (await it.talk(user)).write(text);
}

describe('a manager', () => {
  it.each([
    ['ประกาศผลปี 2565', 'send-choose'],
    ['ประกาศผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๕ ค่ะ', 'send-choose'],
    ['ประกาศผลปี 65', 'send-choose'],
    ['ประกาศผลปี 2599', 'announce-nothing'],
    ['โควตาเหลือเท่าไร', 'push-log'],
    ['โควต้าเหลือเท่าไหร่คะ?', 'push-log'],
    ['ข้อความเหลือกี่ข้อความ', 'push-log'],
    ['ดูรายงานการส่งข่าว', 'push-log'],
    ['รายงานการส่งข่าว', 'push-log'],
    ['ข่าวสารและการส่ง', 'push-log'],
    ['ส่งข่าวด่วนถึงทุกคน', 'urgent-ask'],
    ['ส่งข่าวให้ประชาชน', 'urgent-ask'],
  ])('gets by typing %s what the button of it gives: %s', async (text, card) => {
    expect((await answered(BOSS, text)).cards).toEqual([card]);
  });

  it.each(['ประกาศผล', 'ประกาศผล ITA', 'ประกาศผลการประเมินครับ'])(
    'is shown the newest year without naming one: %s',
    async (text) => {
      const talk = await (await deskByTheCalendar()).talk(BOSS);
      const tapped = await talk.tap('announce', {});
      expect((await talk.write(text)).cards).toEqual(tapped.cards);
      expect(tapped.json).toContain('ประกาศผล');
    },
  );

  it('is shown the year that was typed', async () => {
    expect((await answered(BOSS, 'ประกาศผลปี 2565')).json).toContain('ประกาศผลปี 2565');
    expect((await answered(BOSS, 'ประกาศผลปี 2599')).json).toContain('ปีงบประมาณ 2599');
  });
});

describe('a citizen who types a manager’s words', () => {
  it.each(['ข่าวด่วน', 'ส่งข่าวด่วน', 'ขอรับผลการประเมินใหม่', 'รับ ผลการประเมินใหม่'])(
    'is shown what there is to get: %s',
    async (text) => expect((await answered(CITIZEN, text)).cards).toEqual(['news-choice']),
  );

  it.each(['ประกาศผล', 'ประกาศผลปี 2565', 'ผลออกหรือยัง'])('is told the result: %s', async (text) => {
    expect((await answered(CITIZEN, text)).cards).toEqual(['overview']);
  });

  it('is told that a year is not published', async () => {
    expect((await answered(CITIZEN, 'ประกาศผลปี 2599')).cards).toEqual(['year-not-published']);
  });
});

describe('somebody of the staff who types a manager’s words', () => {
  it.each(['ข่าวด่วน', 'ประกาศผล', 'ประกาศผลปี 2565', 'รายงานการส่ง'])(
    'is told for whom that is, and led back to work: %s',
    async (text) => {
      const { cards, json } = await answered(WORKER, text);
      expect(cards).toEqual(['not-allowed']);
      expect(json).toContain('รายการนี้สำหรับผู้บริหาร');
      expect(json).toContain(encodePostback('work_home', {}));
      expect(json).not.toContain('ลงทะเบียน');
      expect(json).not.toContain('รายการนี้สำหรับเจ้าหน้าที่');
    },
  );
});
