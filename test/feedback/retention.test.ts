import { describe, expect, it } from 'vitest';
import { saveProfile } from '../../src/agency/profile-record.ts';
import { AgencyProfileSchema } from '../../src/agency/profile.ts';
import { askForReply } from '../../src/feedback/give-feedback.ts';
import { cleanFeedback, cleanShortLived, lastExpiredYear } from '../../src/feedback/retention.ts';
import { contacts, daykeys, feedback, takenback, waiting } from '../../src/store/collections.ts';
import { memoryAgency } from '../memory-agency.ts';
import { give, NOW, stored, USER } from './given.ts';
import { answerNow, hideNow } from './officer.ts';

const on = (iso: string) => (): Date => new Date(iso);

describe('retention', () => {
  it.each([
    [365, '2027-09-30T16:59:59.999Z', 2568],
    [365, '2027-09-30T17:00:00.000Z', 2569],
    [0, '2026-09-30T17:00:00.000Z', 2569],
    [730, '2027-10-01T00:00:00.000Z', 2568],
  ])('of %i days: at %s the last year without words is %i', (days, now, year) => {
    expect(lastExpiredYear(days, new Date(now))).toBe(year);
  });

  it('removes words and contacts of cycles long closed, and keeps scores and newer words', async () => {
    const store = memoryAgency();
    await give(store, 'A', { fiscalYear: 2568, comment: 'เก่า', why: ['i6a'] });
    await store.transaction(askForReply('A', USER, NOW));
    await answerNow(store, 'A', 'ตอบ', new Date('2025-01-01T00:00:00Z'));
    await give(store, 'B', { fiscalYear: 2568, comment: 'หยาบคาย' });
    await hideNow(store, 'B', 'หยาบคาย');
    await give(store, 'C', { fiscalYear: 2568 });
    await give(store, 'D', { fiscalYear: 2569, comment: 'ใหม่' });
    const clock = on('2026-10-01T00:00:00Z');
    expect(await cleanFeedback(store, clock)).toEqual({ answers: 2, contacts: 1 });
    expect(await stored(store, 'A')).toMatchObject({ score: 67, why: { i6a: true }, comment: null, reply: null });
    expect(await stored(store, 'B')).toMatchObject({ state: 'hidden', comment: null, hiddenBecause: null });
    expect((await stored(store, 'D')).comment).toBe('ใหม่');
    expect(await store.count(contacts)).toBe(0);
    expect(await store.count(feedback)).toBe(4);
    expect(await cleanFeedback(store, clock)).toEqual({ answers: 0, contacts: 0 });
  });

  it('lasts as long as the agency says', async () => {
    const store = memoryAgency();
    const profile = AgencyProfileSchema.parse({
      name: 'ก',
      shortName: 'ก',
      district: null,
      province: null,
      address: null,
      website: null,
      phone: null,
      email: null,
      hours: null,
      complaintChannels: [],
      privacyContact: null,
      retentionDays: 30,
    });
    await saveProfile(store, profile);
    await give(store, 'D', { fiscalYear: 2569, comment: 'ใหม่' });
    expect((await cleanFeedback(store, on('2026-10-30T16:59:00Z'))).answers).toBe(0);
    expect((await cleanFeedback(store, on('2026-10-30T17:00:00Z'))).answers).toBe(1);
  });

  it('of what is short-lived: keys of past days, what was taken back on them, and what is no longer waited for', async () => {
    const store = memoryAgency();
    for (const day of ['2026-11-21', '2026-11-22']) await store.set(daykeys, day, { key: 'k'.repeat(43) });
    await store.set(takenback, 'A', { atMs: 1, untilMs: NOW.getTime() });
    await store.set(takenback, 'B', { atMs: 1, untilMs: NOW.getTime() + 1 });
    await store.set(waiting, USER, { feedbackId: 'A', subject: null, for: 'comment', untilMs: NOW.getTime() });
    await store.set(waiting, `U${'5'.repeat(32)}`, {
      feedbackId: 'B',
      subject: null,
      for: 'comment',
      untilMs: NOW.getTime() + 1,
    });
    await cleanShortLived(store, () => NOW);
    expect((await store.query(daykeys)).docs.map(({ id }) => id)).toEqual(['2026-11-22']);
    expect((await store.query(takenback)).docs.map(({ id }) => id)).toEqual(['B']);
    expect((await store.query(waiting)).docs.map(({ id }) => id)).toEqual([`U${'5'.repeat(32)}`]);
  });
});
