import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictureIdOf } from '../../../src/measures/pictures/picture.ts';
import { startPictureWork, type Fetched, type PictureWork } from '../../../src/measures/pictures/picture-work.ts';
import { shrinkPicture } from '../../../src/measures/pictures/shrink-picture.ts';
import { undoLast } from '../../../src/measures/undo-last.ts';
import { updateMeasure } from '../../../src/measures/update-measure.ts';
import { measures, pictures, progress } from '../../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../../src/store/port.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { fakeAfter, type FakeAfter } from '../../fake-after.ts';
import { faultyStore, type StoreFaults } from '../../faults/faulty-store.ts';
import { actOf, ANN, openOffice } from '../office.ts';

const MINUTES_3 = 3 * 60_000;
const NOT_NOW: Fetched = { kind: 'not-now', reason: 'LINE answered 503' };

let open: Store;
let store: AgencyStore;
let faults: StoreFaults;
let timers: FakeAfter;
let line: (messageId: string) => Fetched | Promise<Fetched>;
let asked: string[];
let problems: string[];
let works: PictureWork[];
let photo: Fetched;

beforeEach(async () => {
  open = openSqliteStore({ path: ':memory:' });
  const faulty = faultyStore(open);
  faults = faulty.faults;
  store = faulty.store.agency('example');
  timers = fakeAfter();
  asked = [];
  problems = [];
  works = [];
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  photo = { kind: 'content', bytes };
  line = () => photo;
  await openOffice(store);
});
afterEach(async () => {
  faults.heal();
  await Promise.all(works.map((work) => work.stop()));
  await open.close();
});

/** A server that fetches pictures, once its first round has ended. */
async function start(): Promise<PictureWork> {
  const work = startPictureWork({
    store,
    fetch: async (messageId) => {
      asked.push(messageId);
      return line(messageId);
    },
    shrink: shrinkPicture,
    after: timers.after,
    onProblem: (problem) => problems.push(problem),
  });
  works.push(work);
  await work.idle();
  return work;
}

/** The event `name` brings a picture. */
async function announce(name: string): Promise<string> {
  const made = await updateMeasure(store, actOf(ANN, name), 'staff', { kind: 'picture', messageId: `message-${name}` });
  expect(made.kind).toBe('made');
  return pictureIdOf(name);
}
const shown = async (): Promise<unknown> => (await store.get(measures, '2570-1'))?.lastNote?.picture;

describe('a picture that was announced', () => {
  it('is fetched a moment later, made small, kept, and known to the measure and its history without a new revision', async () => {
    const work = await start();
    const id = await announce('one');
    expect(await shown()).toMatchObject({ id, state: 'waiting' });
    work.came(id);
    expect(asked).toEqual([]);
    timers.advance(2_000);
    await work.idle();
    const kept = { id, state: 'kept', width: 640, height: 480, lostBecause: null };
    expect(await shown()).toEqual(kept);
    expect((await store.get(progress, 'one'))?.picture).toEqual(kept);
    expect((await store.get(measures, '2570-1'))?.revision).toBe(1);
    const picture = await store.get(pictures, id);
    expect(picture).toMatchObject({ state: 'kept', messageId: null });
    expect((await sharp(Buffer.from(picture?.jpeg ?? '', 'base64')).metadata()).format).toBe('jpeg');
  });

  it('is fetched by the next server if the one that took it was stopped', async () => {
    const id = await announce('one');
    await start();
    expect(await shown()).toMatchObject({ id, state: 'kept' });
  });

  it('is tried again every few minutes while LINE cannot hand it out', async () => {
    line = () => NOT_NOW;
    const id = await announce('one');
    const work = await start();
    expect(await shown()).toMatchObject({ state: 'waiting' });
    expect(problems).toEqual(['a picture could not be fetched from LINE: LINE answered 503']);
    line = () => photo;
    timers.advance(MINUTES_3);
    await work.idle();
    expect(await shown()).toMatchObject({ id, state: 'kept' });
    timers.advance(MINUTES_3);
    await work.idle();
    expect(asked).toHaveLength(2);
  });

  it.each<readonly [string, Fetched, string]>([
    ['LINE has it no longer', { kind: 'gone' }, 'gone'],
    ['it is too big', { kind: 'too-big' }, 'too-big'],
    ['it is no picture', { kind: 'content', bytes: Buffer.from('ไม่ใช่รูป') }, 'not-a-picture'],
  ])('is lost, and the measure says so, if %s', async (_, answer, lostBecause) => {
    line = () => answer;
    const id = await announce('one');
    const work = await start();
    expect(await shown()).toEqual({ id, state: 'lost', width: null, height: null, lostBecause });
    timers.advance(MINUTES_3);
    await work.idle();
    expect(asked).toHaveLength(1);
  });

  it('leaves no trace if it was taken back while it was being fetched', async () => {
    const id = await announce('one');
    line = () => {
      void undoLast(store, actOf(ANN, 'undo', 1));
      return photo;
    };
    await start();
    expect(await store.get(pictures, id)).toBeUndefined();
    expect((await store.get(measures, '2570-1'))?.lastNote).toBeNull();
    expect((await store.query(pictures)).docs).toEqual([]);
  });

  it('is kept beside a newer note of the same day, and does not come back to one of another day', async () => {
    const id = await announce('one');
    const note = (event: string, days: number) =>
      updateMeasure(store, { ...actOf(ANN, event), atMs: actOf(ANN, event).atMs + days * 86_400_000 }, 'staff', {
        kind: 'note',
        note: { text: event, link: null },
      });
    await note('same day', 0);
    await note('next day', 1);
    await start();
    expect((await store.get(measures, '2570-1'))?.lastNote).toMatchObject({ text: 'next day', picture: null });
    expect((await store.get(progress, 'one'))?.picture).toMatchObject({ id, state: 'kept' });
  });

  it('waits for the next round when the store fails, whatever it was doing', async () => {
    const id = await announce('one');
    faults.fail(new StoreError('unavailable', 'down'), 'transaction');
    const work = await start();
    expect(problems).toEqual(['pictures have to wait: the store did not answer']);
    faults.heal();
    timers.advance(MINUTES_3);
    await work.idle();
    expect(await shown()).toMatchObject({ id, state: 'kept' });
  });

  it('stays kept when a slower server hears from LINE that it is gone', async () => {
    const id = await announce('one');
    const late = Promise.withResolvers<Fetched>();
    line = () => late.promise;
    const slow = start();
    await expect.poll(() => asked.length).toBe(1);
    line = () => photo;
    await start();
    expect(await shown()).toMatchObject({ id, state: 'kept' });
    late.resolve({ kind: 'gone' });
    await slow;
    expect(await shown()).toMatchObject({ id, state: 'kept' });
    expect((await store.get(pictures, id))?.state).toBe('kept');
  });

  it('is one picture when several servers fetch it at the same time', async () => {
    const id = await announce('one');
    await Promise.all([start(), start(), start()]);
    expect(await shown()).toMatchObject({ id, state: 'kept' });
    expect((await store.query(pictures)).docs).toHaveLength(1);
  });
});

it('a round ends when LINE hands out three in a row not, and does not when only one is missing', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await announce(name);
  line = () => NOT_NOW;
  const work = await start();
  expect(asked).toHaveLength(3);
  const [first] = asked;
  line = (messageId) => (messageId === first ? NOT_NOW : photo);
  timers.advance(MINUTES_3);
  await work.idle();
  expect(asked).toHaveLength(3 + 5);
  expect((await store.query(pictures, { equal: { state: 'waiting' } })).docs).toHaveLength(1);
});
