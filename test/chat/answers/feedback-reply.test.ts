import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../../src/chat/feedback/desk.ts';
import type { Slots } from '../../../src/chat/request.ts';
import { askForReply, giveFeedback } from '../../../src/feedback/give-feedback.ts';
import { contacts } from '../../../src/store/collections.ts';
import { dayKeysFor } from '../../day-keys-for-tests.ts';
import { given } from '../../feedback/given.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { contextOf, replyWith, STATES } from './knowledge.ts';
import { wordsOn } from './look-into.ts';
import { answerNow, hideNow } from '../../feedback/officer.ts';

const NOW = new Date('2026-11-22T10:00:00+07:00');
const ME = { id: `U${'a'.repeat(32)}`, eventMs: NOW.getTime(), eventId: 'event', nowMs: 0 };
const OTHER = { id: `U${'b'.repeat(32)}`, eventMs: NOW.getTime(), eventId: 'event', nowMs: 0 };
const clock = (): Date => NOW;
const ref = (no: number): string => `${no}`.padStart(20, '0');

/** A desk with `count` answers of this person, given one after the other, who asked to be told what the agency says. */
async function deskWith(count: number): Promise<Desk> {
  const store = memoryAgency();
  for (let no = 1; no <= count; no += 1) {
    await store.transaction(giveFeedback(ref(no), given({ channel: 'line', givenAtMs: NOW.getTime() + no })));
    await store.transaction(askForReply(ref(no), ME.id, NOW));
  }
  return createDesk(store, clock, dayKeysFor({ store, clock }));
}

/** Asks; the reply, with its writes made. */
async function ask(desk: Desk, slots: Slots<'feedback_reply'>, user = ME) {
  const context = contextOf(STATES['two years'] as never, { user });
  const reply = await replyWith({ intent: 'feedback_reply', slots }, context, desk);
  await desk.store.transaction(async (tx) => {
    for (const write of reply.writes) await write(tx);
  });
  return reply;
}

const queued = async (desk: Desk, no: number): Promise<string | null | undefined> =>
  (await desk.store.get(contacts, ref(no)))?.queuedReply;

describe('the agency’s answer, read in the chat', () => {
  it.each([
    ['asking whether there is one', {}],
    ['its reference', { ref: ref(1) }],
  ])('by %s, is not sent once more', async (_, slots) => {
    const desk = await deskWith(1);
    await answerNow(desk.store, ref(1), 'เพิ่มเก้าอี้แล้วค่ะ', clock());
    expect(await queued(desk, 1)).toBe('เพิ่มเก้าอี้แล้วค่ะ');
    expect(wordsOn(await ask(desk, slots))).toContain('เพิ่มเก้าอี้แล้วค่ะ');
    expect(await queued(desk, 1)).toBeNull();
    expect(await desk.store.get(contacts, ref(1))).toMatchObject({ lineUserId: ME.id });
    // Asked again, it is shown again and there is nothing left to write.
    const again = await ask(desk, slots);
    expect(wordsOn(again)).toContain('เพิ่มเก้าอี้แล้วค่ะ');
    expect(again.writes).toEqual([]);
  });

  it('is not sent any more to whoever says so, which is confirmed without showing it again', async () => {
    const desk = await deskWith(1);
    await answerNow(desk.store, ref(1), 'เพิ่มเก้าอี้แล้วค่ะ', clock());
    const said = wordsOn(await ask(desk, { ref: ref(1), act: 'withdraw' }));
    expect(said).toContain('จะไม่ส่งคำตอบของเรื่องนี้ถึงท่านอีก');
    expect(said).toContain('0000-0000-0000-0000-0001');
    expect(said).not.toContain('เพิ่มเก้าอี้แล้วค่ะ');
    expect(await desk.store.get(contacts, ref(1))).toBeUndefined();
    expect(wordsOn(await ask(desk, { ref: ref(1), act: 'withdraw' }))).toBe(said);
    expect(wordsOn(await ask(desk, { ref: ref(1) }))).toContain('เพิ่มเก้าอี้แล้วค่ะ');
  });

  it('is still sent to who asked for it when somebody else says they want none', async () => {
    const desk = await deskWith(1);
    expect((await ask(desk, { ref: ref(1), act: 'withdraw' }, OTHER)).writes).toEqual([]);
    expect(await desk.store.get(contacts, ref(1))).toMatchObject({ lineUserId: ME.id });
  });

  it('writes nothing where there is no answer, no wish for one, or somebody else looks', async () => {
    const desk = await deskWith(1);
    expect((await ask(desk, {})).writes).toEqual([]);
    expect((await ask(desk, { ref: ref(1) })).writes).toEqual([]);
    await answerNow(desk.store, ref(1), 'ตอบแล้ว', clock());
    const seen = await ask(desk, { ref: ref(1) }, OTHER);
    expect(wordsOn(seen)).toContain('ตอบแล้ว');
    expect(seen.writes).toEqual([]);
    expect((await ask(desk, {}, OTHER)).writes).toEqual([]);
    expect(await queued(desk, 1)).toBe('ตอบแล้ว');
  });

  it('leaves to be sent what was not on the card: older ones, and one that has been hidden', async () => {
    const desk = await deskWith(5);
    for (const no of [1, 3, 5]) await answerNow(desk.store, ref(no), `ตอบ ${no}`, clock());
    await hideNow(desk.store, ref(5), 'หยาบคาย');
    await ask(desk, {});
    expect([await queued(desk, 1), await queued(desk, 3), await queued(desk, 5)]).toEqual(['ตอบ 1', null, null]);
  });

  it('still sends a better answer that took its place while it was being read', async () => {
    const desk = await deskWith(1);
    await answerNow(desk.store, ref(1), 'จะปรับปรุง', clock());
    const context = contextOf(STATES['two years'] as never, { user: ME });
    const reply = await replyWith({ intent: 'feedback_reply', slots: {} }, context, desk);
    await answerNow(desk.store, ref(1), 'ปรับปรุงแล้ว', clock());
    await desk.store.transaction(async (tx) => {
      for (const write of reply.writes) await write(tx);
    });
    expect(await queued(desk, 1)).toBe('ปรับปรุงแล้ว');
  });
});
