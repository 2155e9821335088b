import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDraft } from '../../src/assessment/assessment-records.ts';
import { encodePostback } from '../../src/chat/postback.ts';
import { systemClock } from '../../src/clock.ts';
import { publishYear, unpublishYear } from '../../src/measures/publish-result.ts';
import { assessments, people } from '../../src/store/collections.ts';
import { firestoreForTests } from '../firestore-for-tests.ts';
import { startProduct, type Product } from './product.ts';

const { host, why, projectId } = await firestoreForTests();

describe.skipIf(host === undefined)(`a conversation in LINE, kept in Firestore${why}`, () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ STORE: `firestore:${projectId}`, FIRESTORE_EMULATOR_HOST: host ?? '' });
  });
  afterAll(() => product.close());

  it.each([
    ['คะแนนรวมเท่าไหร่', /97\.02 คะแนน ระดับ AA/],
    ['ตัวชี้วัดที่ ๘', /92\.59/],
    ['เราอ่อนเรื่องอะไรคะ', /92\.59/],
  ])('%s is answered with %s', async (question, answer) => {
    expect(await product.ask('citizen', question)).toMatch(answer);
  });

  it('costs no reads and no writes, question after question', async () => {
    const cost = async (): Promise<unknown[]> =>
      Promise.all(['read', 'write'].map((kind) => product.metric(`prongsai_store_operations_total{kind="${kind}"`)));
    const before = await cost();
    for (const question of ['คะแนนรวม', 'จุดอ่อน', 'มาตรการ']) await product.ask('citizen', question);
    expect(await cost()).toEqual(before);
  });

  it('shows a result as soon as it is published, never a draft, and no longer when it is taken back', async () => {
    const { store } = product;
    const published = (await store.get(assessments, '2565'))?.published;
    if (!published) throw new Error('the example is not published');
    const overall = { value: 91.11, readings: [], basis: 'computed' as const };
    await importDraft(store, { assessment: { ...published, fiscalYear: 2566, overall }, measures: [] }, systemClock);
    const asked = (): Promise<string> => product.ask('citizen', 'คะแนนรวมปี 2566');
    expect(await asked()).not.toContain('91.11');
    await publishYear(store, 2566, systemClock);
    await expect.poll(asked, { timeout: 8_000, interval: 200 }).toContain('91.11');
    await unpublishYear(store, 2566, systemClock);
    await expect.poll(asked, { timeout: 8_000, interval: 200 }).not.toContain('91.11');
  });

  it('remembers that somebody left and came back, and erases everything when asked to', async () => {
    const { emulator, store } = product;
    const id = emulator.persona('citizen').lineId;
    await emulator.unfollow('citizen');
    await expect.poll(() => store.get(people, id)).toMatchObject({ following: false });
    await emulator.follow('citizen');
    await emulator.waitForReply('citizen');
    expect(await store.get(people, id)).toMatchObject({ following: true });
    await emulator.postback('citizen', { data: encodePostback('privacy', { action: 'delete_confirmed' }) });
    await emulator.waitForReply('citizen');
    expect(await store.get(people, id)).toBeUndefined();
  });

  it('has one effect and sends one reply when LINE delivers the same follow five times at once', async () => {
    const { emulator, store } = product;
    const seq = emulator.chat('staff').at(-1)?.seq ?? 0;
    emulator.settings.duplicates = 4;
    await emulator.unfollow('staff');
    await emulator.follow('staff');
    emulator.settings.duplicates = 0;
    await emulator.waitForReply('staff', { after: seq });
    await product.ask('staff', 'สวัสดี');
    const replies = emulator.chat('staff').filter((entry) => entry.seq > seq && entry.kind === 'in');
    expect(replies).toHaveLength(2);
    expect(await store.get(people, emulator.persona('staff').lineId)).toMatchObject({ following: true });
    expect(product.logged()).not.toContain('"level":"error"');
  });
});
