import { describe, expect, it } from 'vitest';
import { rememberUnfollow } from '../../src/people/following.ts';
import { addComment, askForReply, giveFeedback } from '../../src/feedback/give-feedback.ts';
import { erasePerson } from '../../src/privacy/personal-data.ts';
import { replySeen } from '../../src/feedback/reply-seen.ts';
import { sendAnswers } from '../../src/push/send-answers.ts';
import type { PushDesk } from '../../src/push/push-desk.ts';
import type { LineQuota } from '../../src/push/quota.ts';
import { bodies, contacts, pushes } from '../../src/store/collections.ts';
import { answerNow, hideNow } from '../feedback/officer.ts';
import { NINE, withOutbox, type Outbox } from './outbox.ts';

const ID = '7K3M9QXT2BD04F6G8HJK';

describe('an answer to somebody who asked for one', () => {
  const outbox = withOutbox();

  function deskOf({ store, now }: Outbox, quota: LineQuota | undefined = { limit: 300, used: 0 }): PushDesk {
    return {
      store,
      clock: now,
      newId: () => crypto.randomUUID(),
      staff: () => [],
      facts: () => ({ agency: undefined, assessments: [], measures: [] }),
      render: (card, data) => ({ type: 'text', text: `${card} ${JSON.stringify(data)}` }),
      quota: async () => quota,
    };
  }

  /** One of the crowd says something, asks to be answered, and is. */
  async function answered({ store, emulator, now }: Outbox, id = ID, who = 0): Promise<void> {
    emulator.crowd.gather(who + 1);
    await store.transaction(
      giveFeedback(id, {
        fiscalYear: 2570,
        code: null,
        point: 'งานทะเบียน',
        channel: 'line',
        audience: 'citizen',
        score: 33,
        indicators: [6],
        givenAtMs: NINE,
      }),
    );
    await store.transaction(addComment(id, 'รอนาน'));
    await store.transaction(askForReply(id, emulator.crowd.id(who), now()));
    await answerNow(store, id, 'เพิ่มช่องบริการแล้ว', now());
  }

  const received = ({ emulator }: Outbox): readonly number[] => [...emulator.crowd.received()];

  it('is sent once, however many rounds there are', async () => {
    const it = outbox();
    await answered(it);
    expect(await sendAnswers(deskOf(it))).toBe(1);
    await it.deliver();
    expect(await sendAnswers(deskOf(it))).toBe(0);
    await it.deliver();
    expect(received(it)).toEqual([1]);
    expect((await it.store.get(contacts, ID))?.queuedReply).toBeNull();
  });

  it.each([
    ['erased everything', ({ store, emulator, now }: Outbox) => erasePerson(store, emulator.crowd.id(0), now)],
    [
      'read it in chat',
      ({ store, emulator }: Outbox) => store.transaction(replySeen(ID, emulator.crowd.id(0), 'เพิ่มช่องบริการแล้ว')),
    ],
  ])('is not sent to somebody who %s while it was being made', async (_, meanwhile) => {
    const it = outbox();
    await answered(it);
    let happening: Promise<unknown> = Promise.resolve();
    const desk: PushDesk = {
      ...deskOf(it),
      render: () => {
        happening = meanwhile(it);
        return { type: 'text', text: 'คำตอบ' };
      },
    };
    expect(await sendAnswers(desk)).toBe(0);
    await happening;
    await it.deliver();
    expect(received(it)).toEqual([0]);
    expect((await it.store.query(bodies)).docs).toEqual([]);
  });

  it('is sent again when the same words are given once more after others', async () => {
    const it = outbox();
    await answered(it);
    for (const text of ['รอผลประชุม', 'เพิ่มช่องบริการแล้ว']) {
      await sendAnswers(deskOf(it));
      await it.deliver();
      it.advance(60_000);
      await answerNow(it.store, ID, text, it.now());
    }
    expect(await sendAnswers(deskOf(it))).toBe(1);
    await it.deliver();
    expect(received(it)).toEqual([3]);
  });

  it('is not lost and not doubled when the server dies after planning it', async () => {
    const it = outbox();
    await answered(it);
    const contact = await it.store.get(contacts, ID);
    await sendAnswers(deskOf(it));
    if (contact) await it.store.set(contacts, ID, contact);
    await sendAnswers(deskOf(it));
    await it.deliver();
    expect(received(it)).toEqual([1]);
  });

  it('a better answer is sent as well', async () => {
    const it = outbox();
    await answered(it);
    await sendAnswers(deskOf(it));
    await answerNow(it.store, ID, 'แก้ไข: เปิดช่องบริการวันจันทร์', it.now());
    await sendAnswers(deskOf(it));
    await it.deliver();
    expect(received(it)).toEqual([2]);
  });

  it('may use what the month keeps in reserve, and waits when nothing is left or LINE does not say', async () => {
    const it = outbox();
    await answered(it);
    expect(await sendAnswers(deskOf(it, { limit: 300, used: 300 }))).toBe(0);
    expect(await sendAnswers({ ...deskOf(it), quota: async () => undefined })).toBe(0);
    expect((await it.store.get(contacts, ID))?.queued).toBe(true);
    expect(await sendAnswers(deskOf(it, { limit: 300, used: 299 }))).toBe(1);
  });

  it('asks LINE once what is left, however many answers wait, and plans no more of them than that', async () => {
    const it = outbox();
    const ids = ['7K3M9QXT2BD04F6G8HJK', '7K3M9QXT2BD04F6G8HJM', '7K3M9QXT2BD04F6G8HJN'];
    for (const [index, id] of ids.entries()) await answered(it, id, index);
    let asked = 0;
    const quota = async (): Promise<LineQuota> => {
      asked += 1;
      return { limit: 300, used: 298 };
    };
    expect(await sendAnswers({ ...deskOf(it), quota })).toBe(2);
    expect(asked).toBe(1);
    await it.deliver();
    expect(received(it).toSorted((a, b) => a - b)).toEqual([0, 1, 1]);
    expect(await it.store.count(contacts, { queued: true })).toBe(1);
  });

  it('waits for the morning', async () => {
    const it = outbox();
    await answered(it);
    it.advance(12 * 3_600_000);
    expect(await sendAnswers(deskOf(it))).toBe(0);
    it.advance(12 * 3_600_000);
    expect(await sendAnswers(deskOf(it))).toBe(1);
  });

  it.each([
    [
      'has left',
      (it: Outbox) => it.store.transaction(rememberUnfollow(it.emulator.crowd.id(0), { eventMs: NINE, nowMs: NINE })),
    ],
    ['wrote what was hidden', (it: Outbox): Promise<unknown> => hideNow(it.store, ID, 'หยาบคาย')],
  ])('is not sent to somebody who %s', async (_, happens) => {
    const it = outbox();
    await answered(it);
    await happens(it);
    expect(await sendAnswers(deskOf(it))).toBe(0);
    await it.deliver();
    expect(received(it)).toEqual([0]);
    expect((await it.store.query(contacts, { equal: { queued: true } })).docs).toEqual([]);
  });

  it('leaves nothing of what was said in the list of pushes', async () => {
    const it = outbox();
    await answered(it);
    await sendAnswers(deskOf(it));
    const kept = JSON.stringify((await it.store.query(pushes)).docs);
    for (const secret of ['เพิ่มช่องบริการ', 'รอนาน', ID, it.emulator.crowd.id(0)]) expect(kept).not.toContain(secret);
  });
});
