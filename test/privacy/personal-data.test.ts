import { readFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedbackId } from '../../src/feedback/feedback-id.ts';
import { cleanShortLived } from '../../src/feedback/retention.ts';
import { addComment, askForReply } from '../../src/feedback/give-feedback.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { rememberChoice, rememberFollow } from '../../src/people/following.ts';
import { COVERED, erasePerson, exportPerson } from '../../src/privacy/personal-data.ts';
import { COLLECTIONS, daykeys, feedback, staff, unlinks, waiting } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { memoryAgency } from '../memory-agency.ts';
import { member } from '../menus/small-menus.ts';
import { CODE, give, NOW, stored, USER } from '../feedback/given.ts';
import { answerNow } from '../feedback/officer.ts';

const clock = (): Date => NOW;
const KEY = 'k'.repeat(43);

/** Somebody who follows, answered today through a code and in general, asked for a reply long ago, and is being waited for. */
async function knownPerson(store: AgencyStore): Promise<{ today: string; general: string }> {
  await createQrCode(store, { point: 'งานทะเบียน', fiscalYear: 2570 }, { clock, newCode: () => CODE });
  await store.set(daykeys, '2026-11-22', { key: KEY });
  const today = feedbackId(KEY, `line:${USER}`, CODE);
  const general = feedbackId(KEY, `line:${USER}`, null);
  await give(store, today, { comment: 'คำของวันนี้' });
  await give(store, general, { comment: 'คำทั่วไป', code: null, point: null });
  await give(store, 'OLD', { comment: 'คำเก่า' });
  await store.transaction(askForReply('OLD', USER, NOW));
  await answerNow(store, 'OLD', 'ตอบคุณแดง', NOW);
  await give(store, 'WAITED', {});
  await store.transaction(addComment('WAITED', 'คำที่เพิ่งพิมพ์'));
  await store.set(waiting, USER, { feedbackId: 'WAITED', subject: null, for: 'comment', untilMs: NOW.getTime() + 1 });
  await store.transaction(rememberFollow(USER, { eventMs: NOW.getTime(), nowMs: NOW.getTime() }));
  await store.transaction(rememberChoice(USER, 'news', true, { eventMs: NOW.getTime(), nowMs: NOW.getTime() }));
  return { today, general };
}

describe('personal data', () => {
  it('of every collection is covered by export and erasure, or it is said why not', () => {
    const personal = COLLECTIONS.filter((collection) => collection.personal).map(({ path }) => path);
    expect(Object.keys(COVERED).sort()).toEqual(personal.sort());
  });

  it('is exported whole, and nothing of anybody else', async () => {
    const store = memoryAgency();
    const { today, general } = await knownPerson(store);
    await give(store, 'ELSE', { comment: 'คำของคนอื่น' });
    await store.transaction(askForReply('ELSE', `U${'5'.repeat(32)}`, NOW));
    const all = await exportPerson(store, USER, clock);
    expect(all.answers.map(({ id }) => id).sort()).toEqual([today, general, 'OLD', 'WAITED'].sort());
    expect(all).toMatchObject({ person: { following: true }, waiting: { for: 'comment' } });
    expect(JSON.stringify(all)).not.toContain('คำของคนอื่น');
  });

  it('is erased everywhere; scores stay, other people stay', async () => {
    const store = memoryAgency();
    await knownPerson(store);
    await give(store, 'ELSE', { comment: 'คำของคนอื่น' });
    expect(await erasePerson(store, USER, clock)).toEqual({
      erasedAt: NOW.toISOString(),
      person: true,
      staff: false,
      joinAttempts: false,
      answers: 4,
      contacts: 1,
    });
    const left = await Promise.all(COLLECTIONS.map((collection) => store.query<unknown>(collection as never)));
    const text = JSON.stringify(left);
    for (const word of [USER, 'คำของวันนี้', 'คำทั่วไป', 'คำเก่า', 'ตอบคุณแดง', 'คำที่เพิ่งพิมพ์']) {
      expect(text).not.toContain(word);
    }
    expect(await store.count(feedback)).toBe(5);
    expect(await stored(store, 'ELSE')).toMatchObject({ comment: 'คำของคนอื่น' });
    expect(await erasePerson(store, USER, clock)).toMatchObject({ person: false, answers: 0, contacts: 0 });
  });

  it('of yesterday is found and erased as long as the key of that day is kept', async () => {
    const store = memoryAgency();
    const { today } = await knownPerson(store);
    await store.set(daykeys, '2026-11-23', { key: 'n'.repeat(43) });
    const night = (): Date => new Date('2026-11-23T00:59:59+07:00');
    expect((await exportPerson(store, USER, night)).answers.map(({ id }) => id)).toContain(today);
    expect(await erasePerson(store, USER, night)).toMatchObject({ answers: 4, contacts: 1 });
    expect(JSON.stringify((await store.query(feedback)).docs)).not.toContain('คำของวันนี้');
    expect((await exportPerson(store, USER, () => new Date('2026-11-23T01:00:00+07:00'))).answers).toEqual([]);
  });

  it('leaves of somebody who works here the id alone, and only until LINE has taken the menu for staff away', async () => {
    const store = memoryAgency();
    await store.set(staff, USER, { ...member('staff', 1, 'richmenu-1'), name: 'แดง' });
    await erasePerson(store, USER, clock);
    expect(await store.get(staff, USER)).toBeUndefined();
    expect((await store.query(unlinks)).docs).toEqual([{ id: USER, data: { sinceMs: NOW.getTime() } }]);
  });

  it('is gone from the file itself, not only from its index', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prongsai-erased-'));
    const store = openSqliteStore({ path: join(folder, 'store.db') });
    await knownPerson(store.agency('example'));
    await erasePerson(store.agency('example'), USER, clock);
    await cleanShortLived(store.agency('example'), () => new Date('2026-11-23T01:00:00+07:00'));
    await store.close();
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    for (const word of [USER, 'คำเก่า', 'ตอบคุณแดง', KEY]) {
      expect(bytes.some((file) => file.includes(word))).toBe(false);
    }
    rmSync(folder, { recursive: true });
  });
});
