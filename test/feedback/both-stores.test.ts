import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DayKeys } from '../../src/feedback/day-keys.ts';
import { addComment, askForReply, withdrawReply } from '../../src/feedback/give-feedback.ts';
import { publicTallies, publicTally, publishTallies } from '../../src/feedback/public-tallies.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { findByMessage, listFeedback } from '../../src/feedback/read-feedback.ts';
import { REASON_CODES } from '../../src/feedback/reasons.ts';
import { replySeen } from '../../src/feedback/reply-seen.ts';
import { cleanFeedback, cleanShortLived } from '../../src/feedback/retention.ts';
import { SCORES } from '../../src/feedback/scale.ts';
import { tally, type TallyFilter } from '../../src/feedback/tally.ts';
import { tallyOverview } from '../../src/feedback/tally-overview.ts';
import { withdrawFeedback } from '../../src/feedback/withdraw-feedback.ts';
import { erasePerson, exportPerson } from '../../src/privacy/personal-data.ts';
import { contacts, daykeys, feedback, takenback } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { dayKeysFor } from '../day-keys-for-tests.ts';
import { CODE, give, NOW, stored, USER } from './given.ts';
import { answerNow, hideNow } from './officer.ts';

const clock = (): Date => NOW;

describe.each(await bothStores())('feedback in %s', (_, there, open) => {
  let store: Store;
  let agency: AgencyStore;
  beforeAll(async () => {
    if (!there) return;
    store = await open();
    agency = store.agency(randomUUID());
    await createQrCode(agency, { point: 'งานทะเบียน', fiscalYear: 2570 }, { clock, newCode: () => CODE });
    // 24 answers at one point: every channel and step; every third with a comment; four in general.
    for (let no = 0; no < 24; no += 1) {
      await give(agency, `A${no}`, {
        score: SCORES[no % 4] ?? 0,
        channel: no % 2 === 0 ? 'line' : 'web',
        givenAtMs: NOW.getTime() - no * 3_600_000,
        ...(no % 3 === 0 ? { comment: `ความเห็นที่ ${no}`, why: ['i6a'] } : {}),
        ...(no >= 20 ? { code: null, point: null, indicators: [7] } : {}),
      });
    }
  });
  afterAll(() => store?.close());

  const nOf = async (filter: Omit<TallyFilter, 'fiscalYear'>): Promise<number> =>
    (await tally(agency, { fiscalYear: 2570, ...filter })).n;

  it.runIf(there)('counts every group by itself', async () => {
    expect(await tally(agency, { fiscalYear: 2570 })).toEqual({
      n: 24,
      counts: [6, 6, 6, 6],
      shares: [0.25, 0.25, 0.25, 0.25],
      mean: 50,
    });
    expect(await nOf({ indicator: 6 })).toBe(20);
    expect(await nOf({ indicator: 7 })).toBe(24);
    expect(await nOf({ indicator: 1 })).toBe(0);
    expect(await nOf({ topic: 'i6a' })).toBe(8);
    expect(await nOf({ channel: 'web' })).toBe(12);
    expect(await nOf({ point: 'งานทะเบียน' })).toBe(20);
    expect(await nOf({ point: null })).toBe(4);
    expect((await nOf({ week: '2026-W46' })) + (await nOf({ week: '2026-W47' }))).toBe(24);
    expect((await tally(agency, { fiscalYear: 2569 })).mean).toBeNull();
  });

  it.runIf(there)('can count every topic there is', async () => {
    for (const topic of REASON_CODES) await nOf({ topic });
  });

  it.runIf(there)('shows officers each group, and fewer than five as nothing more than that', async () => {
    const rows = await tallyOverview(agency, 2570, NOW);
    const find = (dimension: string, name: string): unknown =>
      rows.find((row) => row.dimension === dimension && row.name === name)?.tally?.n;
    expect(find('point', 'งานทะเบียน')).toBe(20);
    expect(rows.find(({ dimension, name }) => dimension === 'point' && name === '')).toMatchObject({
      tally: undefined,
      change: null,
    });
  });

  it.runIf(there)('lists what has words, newest first, by every filter, page by page', async () => {
    const ids = async (filter: object): Promise<string[]> =>
      (await listFeedback(agency, { fiscalYear: 2570, ...filter })).docs.map(({ id }) => id);
    expect(await ids({})).toEqual(['A0', 'A3', 'A6', 'A9', 'A12', 'A15', 'A18', 'A21']);
    expect(await ids({ indicator: 6, limit: 3 })).toEqual(['A0', 'A3', 'A6']);
    expect(await ids({ point: 'งานทะเบียน', indicator: 8 })).toHaveLength(7);
    expect(await ids({ everything: true })).toHaveLength(24);
    const first = await listFeedback(agency, { fiscalYear: 2570, limit: 5 });
    expect(await ids({ limit: 5, after: first.next })).toEqual(['A15', 'A18', 'A21']);
    await answerNow(agency, 'A0', 'ขอบคุณค่ะ', NOW);
    await hideNow(agency, 'A3', 'หยาบคาย');
    expect(await ids({ unanswered: true, limit: 2 })).toEqual(['A6', 'A9']);
    expect(await ids({ unanswered: true, point: 'งานทะเบียน' })).toHaveLength(5);
    expect((await ids({})).slice(0, 2)).toEqual(['A0', 'A6']);
  });

  it.runIf(there)('publishes sums once a day', async () => {
    const first = await publishTallies(agency, 2570, clock);
    expect(publicTally(first, 'indicator', '7')).toMatchObject({ kind: 'shown', tally: { n: 24 } });
    // The general form has four answers, about indicator 7 only: whoever knows all 24 could subtract the 20 of the others.
    expect(publicTally(first, 'indicator', '6')).toEqual({ kind: 'close' });
    expect(publicTally(first, 'point', '')).toEqual({ kind: 'few' });
    expect([publicTally(first, 'all', ''), publicTally(first, 'point', 'งานทะเบียน')].map(({ kind }) => kind)).toEqual([
      'shown',
      'close',
    ]);
    for (let no = 0; no < 9; no += 1) await give(agency, `B${no}`);
    expect(await publishTallies(agency, 2570, clock)).toEqual(first);
    expect(await publicTallies(agency, 2570)).toEqual(first);
    const tomorrow = await publishTallies(agency, 2570, () => new Date(NOW.getTime() + 86_400_000));
    expect(publicTally(tomorrow, 'all', '')).toMatchObject({ kind: 'shown', tally: { n: 33 } });
  });

  it.runIf(there)(
    'keeps what was taken back away until it is given anew, as long as the key of the day is kept',
    async () => {
      const at = (ms: number): number => NOW.getTime() + ms;
      const rate = (ms: number): Promise<string> => give(agency, 'BACK', { channel: 'line', givenAtMs: at(ms) });
      const untilMs = at(1_000);
      await rate(0);
      await agency.transaction(askForReply('BACK', USER, new Date(at(1))));
      // Two servers take it back at once.
      const back = (): Promise<void> => agency.transaction(withdrawFeedback('BACK', at(5), untilMs));
      await Promise.all([back(), back()]);
      expect(await agency.get(takenback, 'BACK')).toEqual({ atMs: at(5), untilMs });
      expect(await agency.get(contacts, 'BACK')).toBeUndefined();
      await rate(0);
      expect(await agency.get(feedback, 'BACK')).toBeUndefined();
      await rate(6);
      await back();
      expect(await stored(agency, 'BACK')).toMatchObject({ givenAtMs: at(6), anewSinceMs: at(5) });
      await agency.transaction(withdrawFeedback('BACK', at(7), untilMs));
      expect(await agency.get(takenback, 'BACK')).toEqual({ atMs: at(7), untilMs });
      await cleanShortLived(agency, () => new Date(untilMs));
      expect(await agency.count(takenback)).toBe(0);
    },
  );

  it.runIf(there)('need not send an answer that was seen, but one that took its place', async () => {
    await give(agency, 'SEEN', { comment: 'ช้า' });
    await agency.transaction(askForReply('SEEN', USER, NOW));
    await answerNow(agency, 'SEEN', 'ขออภัยค่ะ', NOW);
    await agency.transaction(replySeen('SEEN', `U${'5'.repeat(32)}`, 'ขออภัยค่ะ'));
    expect(await agency.get(contacts, 'SEEN')).toMatchObject({ queuedReply: 'ขออภัยค่ะ' });
    await agency.transaction(replySeen('SEEN', USER, 'ขออภัยค่ะ'));
    expect(await agency.get(contacts, 'SEEN')).toMatchObject({ lineUserId: USER, queuedReply: null });
    await answerNow(agency, 'SEEN', 'เพิ่มเจ้าหน้าที่แล้วค่ะ', NOW);
    await agency.transaction(replySeen('SEEN', USER, 'ขออภัยค่ะ'));
    expect(await agency.get(contacts, 'SEEN')).toMatchObject({ queuedReply: 'เพิ่มเจ้าหน้าที่แล้วค่ะ' });
    await agency.transaction(withdrawReply('SEEN', NOW));
    await agency.delete(feedback, 'SEEN');
  });

  it.runIf(there)('throws the keys of past days away, at 01:00 and not before', async () => {
    const late = (time: string) => (): Date => new Date(`2026-11-23T${time}+07:00`);
    const keys = (time: string): DayKeys => dayKeysFor({ store: agency, clock: late(time) });
    const yesterday = await keys('00:59:59').keyAt(NOW.getTime());
    expect(yesterday).toBe(await keys('00:10:00').keyAt(NOW.getTime()));
    await keys('01:00:00').keyAt(late('01:00:00')().getTime());
    expect((await agency.query(daykeys)).docs.map(({ id }) => id)).toEqual(['2026-11-23']);
    expect(await keys('01:00:00').keyAt(NOW.getTime())).toBeUndefined();
  });

  it.runIf(there)('finds a comment by its message, forgets a person and cleans', async () => {
    await agency.transaction(addComment('A1', 'ส่งจาก LINE', '4687895'));
    expect(await findByMessage(agency, '4687895')).toBe('A1');
    await agency.transaction(askForReply('A1', USER, NOW));
    await answerNow(agency, 'A1', 'ตอบค่ะ', NOW);
    expect(await agency.get(contacts, 'A1')).toMatchObject({ queuedReply: 'ตอบค่ะ' });
    expect((await exportPerson(agency, USER, clock)).answers.map(({ id }) => id)).toEqual(['A1']);
    expect(await erasePerson(agency, USER, clock)).toMatchObject({ answers: 1, contacts: 1 });
    expect(await stored(agency, 'A1')).toMatchObject({ comment: null, reply: null, score: 33 });
    expect(await cleanFeedback(agency, () => new Date('2028-10-02T00:00:00Z'))).toMatchObject({ answers: 8 });
    expect((await tally(agency, { fiscalYear: 2570 })).n).toBe(33);
  });
});
