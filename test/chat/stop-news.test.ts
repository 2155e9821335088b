import { describe, expect, it } from 'vitest';
import { rememberChoice } from '../../src/people/following.ts';
import type { Topic } from '../../src/people/person.ts';
import { people, staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';
import { ADMIN } from './answers/knowledge.ts';
import { startTalk, TALK_START, type Talk } from './talk.ts';

const USER = `U${'a'.repeat(32)}`;

/** Somebody who gets results and news, and what they have chosen now. */
async function reader(role?: 'staff') {
  const store: AgencyStore = memoryAgency();
  if (role) await store.set(staff, USER, { ...ADMIN, role });
  const before = { eventMs: TALK_START - 1, nowMs: TALK_START - 1 };
  for (const topic of ['results', 'news'] as const) await store.transaction(rememberChoice(USER, topic, true, before));
  const talk: Talk = startTalk(store, { userId: USER });
  await talk.ready;
  const gets = async (): Promise<readonly Topic[]> => {
    const wants = (await store.get(people, USER))?.wants ?? {};
    return (['results', 'news', 'digest'] as const).filter((topic) => wants[topic]?.wanted === true);
  };
  return { store, talk, gets };
}

describe('somebody who wants less news', () => {
  it.each(['พอแล้ว', 'ไม่ส่งแล้วค่ะ', 'ไม่เอาแล้ว', 'ยกเลิกข่าวด่วน'])(
    'is asked what is to stop if that is not clear, and loses nothing: %s',
    async (text) => {
      const { talk, gets } = await reader();
      const { cards, json } = await talk.write(text);
      expect(cards).toEqual(['news-choice']);
      expect(json).toContain('ยังไม่ได้หยุดเรื่องใด');
      expect(json).toContain('intent=unsubscribe&topic=results');
      expect(json).toContain('หยุดรับทั้งหมด');
      expect(await gets()).toEqual(['results', 'news']);
    },
  );

  it('can stop there what their work brings without having been asked for', async () => {
    const { store, talk } = await reader('staff');
    await store.set(people, USER, { following: true, wants: {}, changedAtMs: 1, recordedAtMs: 1 });
    const { json } = await talk.write('พอแล้ว');
    expect(json).toContain('รับเฉพาะข่าวด่วน แตะเพื่อหยุดรับ');
    for (const topic of ['results', 'news', 'digest']) expect(json).toContain(`intent=unsubscribe&topic=${topic}`);
  });

  it.each([
    ['หยุดรับข่าวด่วน', ['results'], 'ท่านบอก เราทำ และข่าวด่วน'],
    ['ไม่รับข่าวแล้วแต่ขอผลการประเมิน', ['results'], 'ท่านบอก เราทำ และข่าวด่วน'],
    ['หยุดรับผลการประเมิน', ['news'], 'ผลการประเมินใหม่'],
  ])('stops one thing by its name, and is told which: %s', async (text, left, name) => {
    const { talk, gets } = await reader();
    const { cards, json } = await talk.write(text);
    expect(cards).toEqual(['unsubscribed']);
    expect(json).toContain(`“${name}”`);
    expect(json).toContain('หยุดส่งเรื่องนี้แล้ว');
    expect(json).not.toContain('หยุดส่งข่าวสารแล้ว');
    expect(await gets()).toEqual(left);
  });

  it.each(['หยุดรับข่าวสาร', 'ไม่เอาข่าวแล้ว', 'unsubscribe', 'หยุดรับข่าวสารทั้งหมด'])(
    'stops everything at once when that is said: %s',
    async (text) => {
      const { talk, gets } = await reader();
      const { cards, json } = await talk.write(text);
      expect(cards).toEqual(['unsubscribed']);
      expect(json).toContain('หยุดส่งข่าวสารแล้ว');
      expect(await gets()).toEqual([]);
    },
  );
});
