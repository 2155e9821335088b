import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../src/clock.ts';
import { dayOf } from '../../src/bangkok-time.ts';
import { newCode } from '../../src/code.ts';
import { showFeedbackId } from '../../src/feedback/feedback-id.ts';
import type { Feedback } from '../../src/feedback/feedback.ts';
import { createQrCode } from '../../src/feedback/qr-codes.ts';
import { feedback } from '../../src/store/collections.ts';
import type { AgencyStore, Doc } from '../../src/store/port.ts';
import { bothSettings } from '../both-stores.ts';
import { seeded } from '../seeded.ts';
import { answerInLine, thanksInLine } from './giver-in-line.ts';
import { answerOnTheWeb } from './giver-on-the-web.ts';
import { startMortalServer } from './mortal-server.ts';
import { makeSurroundings } from './surroundings.ts';

const KILLS = 20;
/** On each channel. One in ten taps twice at once and one in ten changes their mind: a thousand submissions. */
const PEOPLE = 840;
const SUBMISSIONS = 2 * PEOPLE * 1.2;
/** People on each channel who are at it at the same time. */
const AT_ONCE = 8;

describe.each(await bothSettings())('feedback kept in %s', (_, there, environment) => {
  it.runIf(there)(
    `is in the store exactly once for everybody who was thanked, although the server is killed ${KILLS} times meanwhile`,
    { timeout: 600_000 },
    async ({ onTestFinished, skip }) => {
      const surroundings = await makeSurroundings(environment, everLater(systemClock));
      onTestFinished(() => surroundings.close());
      const { emulator, store } = surroundings;
      const tools = { clock: systemClock, newCode: () => newCode(randomBytes) };
      const code = await createQrCode(store, { point: 'งานทะเบียน', fiscalYear: 2570 }, tools);
      const today = dayOf(systemClock());
      const talkative = { ...surroundings.environment, TRUSTED_PROXIES: '1', LOG_LEVEL: 'debug' };
      const server = startMortalServer(talkative, killMoments());
      onTestFinished(async () => void (await server.stop()));
      emulator.setWebhookUrl(`${await server.up()}/webhook`);

      const [web, line] = await Promise.all([
        inTurn((no) => answerOnTheWeb(server, code, no)),
        inTurn((no) => answerInLine(server, emulator, code, no)),
      ]);

      const kept = await everything(store);
      // Who was not told because the server died between LINE's 200 and the reply hears of it when LINE delivers again.
      const told = await Promise.all(line.map((giver) => thanksInLine(emulator, giver)));
      const keptThen = await everything(store);
      const ends = await server.stop();
      skip(dayOf(systemClock()) !== today, 'a day of Bangkok ended meanwhile: an answer may count for both');

      expect(ends).toEqual([...Array.from({ length: KILLS }, () => 'SIGKILL'), 0]);
      const numberOf = (channel: Feedback['channel']) => kept.filter(({ data }) => data.channel === channel).length;
      expect({ web: numberOf('web'), line: numberOf('line') }).toEqual({ web: PEOPLE, line: PEOPLE });
      const givers = [...web, ...told];
      expect(givers.filter(({ references }) => references.size !== 1)).toEqual([]);
      const thanked = givers.flatMap(({ references, score }) => [...references].map((id) => [id, score] as const));
      expect(new Map(kept.map(({ id, data }) => [id, data.score]))).toEqual(new Map(thanked));
      expect(keptThen).toEqual(kept);
      // The kills did hit people who were waiting for an answer.
      expect(givers.reduce((sum, { again }) => sum + again, 0)).toBeGreaterThan(KILLS);

      const records = JSON.stringify(kept);
      const logs = server.output();
      expect(logs.match(/listens on port/g)).toHaveLength(KILLS + 1);
      for (const text of [records, logs]) {
        expect(text).not.toMatch(/U[0-9a-f]{32}/);
        expect(givers.filter(({ secret }) => text.includes(secret))).toEqual([]);
      }
      expect(kept.filter(({ id }) => logs.includes(id) || logs.includes(showFeedbackId(id)))).toEqual([]);
      expect(logs).not.toContain(code);
    },
  );
});

/** When the server is killed: one step at random out of each twentieth of all, never so close that it has not served between. */
function killMoments(): readonly number[] {
  const random = seeded(2570);
  const slice = (2 * SUBMISSIONS) / KILLS;
  return Array.from({ length: KILLS }, (_, no) => Math.round(slice * (no + 0.1 + 0.8 * random())));
}

/** A clock that never shows the same millisecond twice: of two taps one is later. */
function everLater(clock: Clock): Clock {
  let last = 0;
  return () => new Date((last = Math.max(last + 1, clock().getTime())));
}

/** Lets all people do it, `AT_ONCE` at a time. */
async function inTurn<T>(answer: (no: number) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < PEOPLE) done.push(await answer(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return done;
}

/** All answers there are, by id. */
async function everything(store: AgencyStore): Promise<readonly Doc<Feedback>[]> {
  const all: Doc<Feedback>[] = [];
  let after: string | undefined;
  do {
    const page = await store.query(feedback, { limit: 200, ...(after === undefined ? {} : { after }) });
    all.push(...page.docs);
    after = page.next;
  } while (after !== undefined);
  return all;
}
