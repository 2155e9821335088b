import { afterEach, describe, expect, it } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { MeasureSchema, measureId, STANDING, type Measure } from '../../src/measures/measure.ts';
import type { Progress, ProgressKind } from '../../src/measures/progress.ts';
import { saveProfile } from '../../src/agency/profile-record.ts';
import { audit, measures, pictures, progress, staff } from '../../src/store/collections.ts';
import type { AgencyStore, Collection, Doc, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { bothStores } from '../both-stores.ts';
import { measure, STATES } from '../chat/answers/knowledge.ts';
import { objectsIn } from '../chat/answers/look-into.ts';
import { conversationOn, eventOf, saidTo } from '../chat/conversation-on.ts';
import { staffMember } from '../measures/office.ts';
import { seeded } from '../seeded.ts';
import { faultyStore } from './faulty-store.ts';

const UPDATES = 200;
const PEOPLE = ['1', '2', '3', '4', '5'].map((no) => `U${no.repeat(32)}`);
const START_MS = Date.parse('2026-11-22T03:00:00.000Z');
const DOWN = new StoreError('unavailable', 'the store is down');
const LOST = new StoreError('deadline', 'the answer was lost');

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Three measures, five people who may change them, and a conversation on a store that can be made to misbehave. */
async function openOffice(open: () => Promise<Store>, seed: number) {
  const real = await open();
  closers.push(() => real.close());
  const orgId = `run-${seed}-${Math.trunc(Number(process.hrtime.bigint() % 1_000_000_000n))}`;
  const agency = real.agency(orgId);
  const { store: faulty, faults } = faultyStore(real);
  const store = faulty.agency(orgId);
  const profile = STATES['one year']?.agency;
  if (!profile) throw new Error('the example has a profile');
  await saveProfile(agency, {
    ...profile,
    divisions: [
      { id: 'finance', name: 'กองคลัง' },
      { id: 'health', name: 'กองสาธารณสุข' },
    ],
  });
  const first = [1, 2, 3].map((no) => measure(no, { fiscalYear: 2570, promisedIn: null }));
  for (const one of first) await agency.set(measures, measureId(one), one);
  for (const [no, id] of PEOPLE.entries())
    await agency.set(staff, id, staffMember(`PPPPPPP${no + 1}`, no === 4 ? 'manager' : 'staff'));
  const chat = await conversationOn(store, () => new Date(START_MS), agency);
  closers.push(chat.stop);
  return { agency, faults, chat, first };
}

type Content = LineEvent['content'];

/** What everybody may do to a measure at any time: each of it is done. Who starts a measure first, and whether a manager hands it on, is luck. */
const EVERY_DAY: readonly ProgressKind[] = ['percent', 'note', 'picture', 'done', 'stop', 'reopen', 'undo'];

/** Words by which a card says that something has been written. */
const MADE = /บันทึกแล้ว|รับรูปแล้ว|เปิดดำเนินการต่อแล้ว|ยกเลิกแล้ว: /;

describe.each(await bothStores())('five people at work on the same measures, on a failing %s', (_, there, open) => {
  it.runIf(there).each([1, 2570])(
    'lose nothing in 200 updates, whatever is delivered again, and keep their order (seed %i)',
    async (seed) => {
      const { agency, faults, chat, first } = await openOffice(open, seed);
      let events = 0;
      const acknowledged = new Set<string>();
      const unacknowledged = new Set<string>();
      const notes = new Map<string, string[]>();

      /** Delivers an event until its webhook would be answered with 200, and sometimes once more. */
      const deliver = async (userId: string, content: Content, random: () => number): Promise<readonly string[]> => {
        events += 1;
        const id = `event-${String(events).padStart(5, '0')}`;
        const timestampMs = START_MS + events * 1_000;
        let said: string | undefined;
        for (let delivery = 0; said === undefined || (delivery < 3 && random() < 0.1); delivery += 1) {
          const luck = random();
          if (luck < 0.1) faults.fail(DOWN, 'transaction', 'get', 'query');
          else if (luck < 0.25) faults.loseAnswers(LOST, 'transaction');
          else if (luck < 0.6) faults.heal();
          try {
            said = await saidTo(chat, eventOf(userId, id, timestampMs, content, delivery > 0));
          } catch (error) {
            if (!(error instanceof StoreError)) throw error;
            faults.heal();
          }
        }
        (MADE.test(said) ? acknowledged : unacknowledged).add(id);
        const buttons = objectsIn(JSON.parse(said)).flatMap((part) =>
          part['type'] === 'postback' ? [String(part['data'])] : [],
        );
        return buttons.filter((data) => /intent=(?:work_measure|assign_measure)/.test(data));
      };

      /**
       * Somebody who taps what is on the screen, and writes or sends a picture when asked to. Each has luck of their own, and turns to
       * what they have done least, so that everything is done whatever the others do and whoever is quicker.
       */
      const work = async (userId: string, no: number): Promise<void> => {
        const random = seeded(seed * 10 + no);
        const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
        const tapped = new Map<string, number>();
        const times = (data: string): number => tapped.get(actOf(data)) ?? 0;
        const leastTapped = (all: readonly string[]): string => {
          const least = Math.min(...all.map(times));
          return pick(all.filter((data) => times(data) === least));
        };
        let buttons: readonly string[] = [];
        let written = 0;
        while (acknowledged.size < UPDATES) {
          const data =
            buttons.length > 0 && random() < 0.9
              ? leastTapped(buttons)
              : encodePostback('work_measure', { measure: pick([1, 2, 3]), year: 2570 });
          tapped.set(actOf(data), times(data) + 1);
          const next = await deliver(userId, { kind: 'postback', data, date: undefined }, random);
          const asks = /act=(note|picture|percent|stop)/.exec(data)?.[1];
          if (asks === undefined || (next.length === 1 && next[0]?.includes('act=undo'))) {
            buttons = next;
            continue;
          }
          const text =
            asks === 'percent' ? String(Math.floor(random() * 100)) : `${userId.slice(1, 3)} บันทึกที่ ${(written += 1)}`;
          const messageId = String(events);
          const before = acknowledged.size;
          buttons = await deliver(
            userId,
            asks === 'picture'
              ? { kind: 'non-text', messageType: 'image', messageId }
              : { kind: 'text', text, mentionsBot: false, messageId },
            random,
          );
          if (asks === 'note' && acknowledged.size > before) notes.set(userId, [...(notes.get(userId) ?? []), text]);
        }
      };
      await Promise.all(PEOPLE.map(work));
      faults.heal();

      const history = await all(agency, progress);
      // What was said to be written is there, once, and nothing else is.
      expect(history.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
      expect(unacknowledged.size).toBeGreaterThan(10);
      expect((await all(agency, audit)).map(({ id }) => id).sort()).toEqual(
        [...acknowledged].map((id) => `${id}-0`).sort(),
      );

      for (const begun of first) {
        const id = measureId(begun);
        const own = history
          .filter(({ data }) => data.measure === id)
          .toSorted((a, b) => a.data.revision - b.data.revision);
        expect(own.map(({ data }) => data.revision)).toEqual(own.map((_, index) => index + 1));
        for (const person of PEOPLE.map((_, no) => `PPPPPPP${no + 1}`)) {
          const times = own
            .filter(({ data }) => data.by !== 'command' && data.by.handle === person)
            .map(({ data }) => data.atMs);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
        const now = MeasureSchema.parse(await agency.get(measures, id));
        expect(now.revision).toBe(own.length);
        expect(
          standingOf(
            replayed(
              begun,
              own.map(({ data }) => data),
            ),
          ),
        ).toEqual(standingOf(now));
      }
      // Each person's notes are all there, each once, in the order in which they were written.
      for (const [userId, written] of notes) {
        const mark = `${userId.slice(1, 3)} บันทึกที่ `;
        const kept = history.filter(({ data }) => data.kind === 'note' && data.text?.startsWith(mark) === true);
        const inOrder = kept.toSorted((a, b) => a.data.atMs - b.data.atMs).map(({ data }) => data.text);
        expect(inOrder).toEqual(written);
      }
      const announced = history.filter(({ data }) => data.kind === 'picture' && !data.undone);
      expect((await all(agency, pictures)).map(({ id }) => id).sort()).toEqual(
        announced.map(({ data }) => data.picture?.id ?? '').sort(),
      );
      expect([...new Set(history.map(({ data }) => data.kind))]).toEqual(expect.arrayContaining([...EVERY_DAY]));
      for (const secret of [...PEOPLE, 'บันทึกที่']) expect(chat.logged()).not.toContain(secret);
    },
    120_000,
  );
});

/** What a button does: `note`, `percent`, `assign_measure`. */
function actOf(data: string): string {
  return (
    /act=(\w+)/.exec(data)?.[1] ?? (data.includes('percent=') ? 'percent' : (/intent=(\w+)/.exec(data)?.[1] ?? ''))
  );
}

/** Everything in a collection. */
async function all<T>(agency: AgencyStore, collection: Collection<T>): Promise<readonly Doc<T>[]> {
  const found: Doc<T>[] = [];
  let after: string | undefined;
  do {
    const page = await agency.query(collection, { limit: 200, ...(after === undefined ? {} : { after }) });
    found.push(...page.docs);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** What the history makes of a measure; each entry must begin where the one before ended. */
function replayed(begun: Measure, entries: readonly Progress[]): Measure {
  return entries.reduce((now, { before, after }) => {
    expect(plain(now)).toMatchObject(plain(before));
    return { ...now, ...(after as Partial<Measure>) };
  }, begun);
}

const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
const standingOf = (now: Measure): unknown =>
  Object.fromEntries(Object.keys(STANDING).map((key) => [key, now[key as keyof Measure]]));
