import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFeedback } from '../../src/feedback/answer-feedback.ts';
import { feedbackName } from '../../src/feedback/feedback-name.ts';
import { addComment, askForReply } from '../../src/feedback/give-feedback.ts';
import { handFeedback } from '../../src/feedback/hand-feedback.ts';
import { hideFeedback, unhideFeedback } from '../../src/feedback/hide-feedback.ts';
import { countInbox, listInbox } from '../../src/feedback/inbox.ts';
import { countWaiting } from '../../src/feedback/waiting-feedback.ts';
import { countAnswers, listOfficersCodes } from '../../src/feedback/officers-codes.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { listFeedback } from '../../src/feedback/read-feedback.ts';
import { seenOf } from '../../src/feedback/seen.ts';
import { audit, contacts } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { CODE, give, NOW, stored, USER } from './given.ts';
import { answerNow, deed, hideNow } from './officer.ts';

describe.each(await bothStores())('feedback as officers see it, in %s', (_, there, open) => {
  let store: Store;
  let agency: AgencyStore;
  beforeAll(async () => {
    if (!there) return;
    store = await open();
    agency = store.agency(randomUUID());
    // 12 with words, newest first A0 … A11: every third the office's work, A1 the finance division's, A10 and A11 in general.
    for (let no = 0; no < 12; no += 1)
      await give(agency, `A${no}`, {
        comment: `ความเห็นที่ ${no}`,
        givenAtMs: NOW.getTime() - no * 60_000,
        ...(no % 3 === 0 ? { division: 'office' } : {}),
        ...(no === 1 ? { division: 'finance' } : {}),
        ...(no >= 10 ? { code: null, point: null, indicators: [7] } : {}),
      });
    await agency.transaction(askForReply('A4', USER, NOW));
    for (const [code, division, madeBy, at] of [
      ['00000000001', undefined, '7K3M9QXT', 1],
      ['00000000002', 'office', undefined, 2],
      ['00000000003', 'finance', undefined, 3],
      ['00000000004', 'office', '7K3M9QXT', 4],
      ['00000000005', undefined, undefined, 5],
    ] as const) {
      const tools = { clock: () => new Date(NOW.getTime() + at), newCode: () => code };
      await createQrCode(agency, { point: `จุดที่ ${at}`, fiscalYear: 2570, division, madeBy }, tools);
    }
  });
  afterAll(() => store?.close());

  const inbox = async (more: object, pages = 9): Promise<readonly string[]> => {
    const ids: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const found = await listInbox(agency, {
        fiscalYear: 2570,
        division: 'office',
        unanswered: true,
        limit: 3,
        ...(after === undefined ? {} : { after }),
        ...more,
      });
      expect(found.docs.length).toBeLessThanOrEqual(3);
      ids.push(...found.docs.map(({ id }) => id));
      after = found.next;
      if (after === undefined) break;
    }
    return ids;
  };

  it.runIf(there)(
    'comes page by page, the own division’s first, then nobody’s, and not what is another’s',
    async () => {
      expect(await inbox({})).toEqual(['A0', 'A3', 'A6', 'A9', 'A2', 'A4', 'A5', 'A7', 'A8', 'A10', 'A11']);
      expect(await inbox({ division: 'finance' })).toEqual(['A1', 'A2', 'A4', 'A5', 'A7', 'A8', 'A10', 'A11']);
      expect(await inbox({ division: null })).toHaveLength(12);
      expect(await inbox({ indicator: 6 })).toEqual(['A0', 'A3', 'A6', 'A9', 'A2', 'A4', 'A5', 'A7', 'A8']);
    },
  );

  it.runIf(there)('is everybody’s where it is asked for by code, in general, or with a wish for a reply', async () => {
    expect(await inbox({ code: CODE })).toHaveLength(10);
    expect(await inbox({ code: null })).toEqual(['A10', 'A11']);
    expect(await inbox({ asked: true })).toEqual(['A4']);
  });

  it.runIf(there)('is counted without being read', async () => {
    expect(await countInbox(agency, 2570, 'office')).toEqual({ waiting: 12, own: 4, asked: 1, left: 0 });
    expect(await countInbox(agency, 2570, null)).toEqual({ waiting: 12, own: null, asked: 1, left: 0 });
    expect(await countInbox(agency, 2569, 'office')).toEqual({ waiting: 0, own: 0, asked: 0, left: 0 });
    expect(await countInbox(agency, 2571, 'office')).toMatchObject({ waiting: 0, left: 12 });
    expect([await countAnswers(agency, CODE), await countAnswers(agency, '00000000001')]).toEqual([10, 0]);
  });

  it.runIf(there)('is counted for a digest as it is listed, with what is left over from the round before', async () => {
    const of2570 = await countWaiting(agency, 2570, ['office', 'finance']);
    expect(of2570('office')).toEqual({ all: (await inbox({})).length, own: 4, left: 0 });
    expect(of2570('finance')).toEqual({ all: (await inbox({ division: 'finance' })).length, own: 1, left: 0 });
    expect(of2570(null)).toEqual({ all: 12, own: null, left: 0 });
    const of2571 = await countWaiting(agency, 2571, ['office', 'finance', 'office']);
    expect(of2571('office')).toEqual({ all: 11, own: 4, left: 11 });
    expect(of2571(null)).toEqual({ all: 12, own: null, left: 12 });
    const of2572 = await countWaiting(agency, 2572, ['office', 'finance']);
    expect(of2572('office')).toEqual({ all: 0, own: 0, left: 0 });
  });

  it.runIf(there)('hangs on codes that come one’s own first, newest first', async () => {
    const codes = async (division: string | null, limit: number): Promise<readonly string[]> => {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await listOfficersCodes(agency, 2570, { division, handle: '7K3M9QXT' }, limit, after);
        ids.push(...page.docs.map(({ id }) => id.slice(-1)));
        after = page.next;
      } while (after !== undefined);
      return ids;
    };
    for (const limit of [1, 2, 3, 10]) {
      expect(await codes('office', limit)).toEqual(['4', '2', '5', '3', '1']);
      expect(await codes(null, limit)).toEqual(['4', '1', '5', '3', '2']);
    }
  });

  it.runIf(there)('is answered once by two at the same moment: the second is told and nothing is lost', async () => {
    const seen = seenOf(await stored(agency, 'A4'));
    const outcomes = await Promise.all(
      ['หนึ่ง', 'สอง'].map((text) => agency.transaction((tx) => answerFeedback(tx, deed(NOW), 'A4', text, seen))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['answered', 'changed']);
    const { reply } = await stored(agency, 'A4');
    expect(outcomes.find(({ kind }) => kind === 'changed')).toMatchObject({ now: { reply } });
    expect(await agency.get(contacts, 'A4')).toMatchObject({ queuedReply: reply?.text });
    const { docs } = await agency.query(audit, { equal: { subject: feedbackName('A4') }, orderBy: NEWEST });
    expect(docs.map(({ data }) => data.after)).toEqual([{ answered: true, letters: reply?.text.length }]);
  });

  it.runIf(there)('is not answered as it was when the words have changed meanwhile', async () => {
    const seen = seenOf(await stored(agency, 'A5'));
    await agency.transaction(addComment('A5', 'แก้แล้ว'));
    const outcome = await agency.transaction((tx) => answerFeedback(tx, deed(NOW), 'A5', 'ค่ะ', seen));
    expect(outcome).toMatchObject({ kind: 'changed', now: { comment: 'แก้แล้ว', reply: null } });
  });

  it.runIf(there)('can be hidden and shown again, with what waits to be sent', async () => {
    await agency.transaction(askForReply('A7', USER, NOW));
    await answerNow(agency, 'A7', 'ตอบแล้ว', NOW);
    await hideNow(agency, 'A7', ' หยาบคาย ');
    expect(await stored(agency, 'A7')).toMatchObject({ state: 'hidden', hidden: true, hiddenBecause: 'หยาบคาย' });
    expect(await agency.get(contacts, 'A7')).toMatchObject({ queuedReply: null });
    expect(await hideNow(agency, 'A7', 'อย่างอื่น')).toMatchObject({ kind: 'already', now: { hiddenBecause: 'หยาบคาย' } });
    expect((await listFeedback(agency, { fiscalYear: 2570, hidden: true })).docs.map(({ id }) => id)).toEqual(['A7']);
    expect(await answerNow(agency, 'A7', 'อีกที', NOW)).toMatchObject({ kind: 'hidden' });
    const show = deed(NOW);
    await agency.transaction((tx) => unhideFeedback(tx, show, 'A7'));
    expect(await stored(agency, 'A7')).toMatchObject({ state: 'answered', hiddenBecause: null });
    expect(await agency.get(contacts, 'A7')).toMatchObject({ queuedReply: 'ตอบแล้ว' });
    await hideNow(agency, 'A7', 'คนละเรื่อง');
    await agency.transaction((tx) => unhideFeedback(tx, show, 'A7'));
    expect((await stored(agency, 'A7')).state).toBe('hidden');
  });

  it.runIf(there)('is handed on, and stays there when its giver answers again the same day', async () => {
    const hand = (division: string | null) =>
      agency.transaction((tx) => handFeedback(tx, deed(NOW), 'A8', division, (id) => id ?? 'nobody'));
    await hand('finance');
    await give(agency, 'A8', { score: 0, division: 'office', givenAtMs: NOW.getTime() + 1 });
    expect((await stored(agency, 'A8')).division).toBe('finance');
    expect(await inbox({ division: 'finance' })).toContain('A8');
    expect(await inbox({})).not.toContain('A8');
    await hand(null);
    expect(Object.keys(await stored(agency, 'A8'))).not.toContain('division');
    const { docs } = await agency.query(audit, { equal: { subject: feedbackName('A8') }, orderBy: NEWEST });
    expect(docs).toHaveLength(2);
    expect(new Set(docs.map(({ data }) => data.after['division']))).toEqual(new Set(['finance', 'nobody']));
  });

  it.runIf(there)('is one thing after another however many officers act at once', async () => {
    await give(agency, 'BUSY', { comment: 'หลายคนทำพร้อมกัน' });
    const acts = Array.from({ length: 20 }, (_, no) =>
      agency.transaction((tx) =>
        no % 2 === 0
          ? hideFeedback(tx, deed(NOW, `hide${no}`), 'BUSY', `เหตุผล ${no}`)
          : unhideFeedback(tx, deed(NOW, `show${no}`), 'BUSY'),
      ),
    );
    const done = (await Promise.all(acts)).filter(({ kind }) => kind === 'done').length;
    const { docs } = await agency.query(audit, {
      equal: { subject: feedbackName('BUSY') },
      orderBy: NEWEST,
      limit: 100,
    });
    expect(docs).toHaveLength(done);
    const hides = docs.filter(({ data }) => data.action === 'feedback.hide').length;
    expect((await stored(agency, 'BUSY')).state).toBe(hides * 2 > done ? 'hidden' : 'open');
  });
});

const NEWEST = { field: 'atMs', direction: 'desc' } as const;
