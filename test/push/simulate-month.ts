import { fileURLToPath } from 'node:url';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { CARD_TOOLS } from '../../src/chat/card-tools.ts';
import { loadCards } from '../../src/flex/load-cards.ts';
import { giveFeedback } from '../../src/feedback/give-feedback.ts';
import { PushClient } from '../../src/line/push-client.ts';
import { readQuota } from '../../src/line/quota-client.ts';
import { loadExample } from '../../src/load-example.ts';
import { rememberChoice, rememberFollow } from '../../src/people/following.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import { announceResult } from '../../src/push/announce.ts';
import { runDue } from '../../src/push/run-due.ts';
import { readProfile } from '../../src/agency/profile-record.ts';
import { assessments, measures, pushes, schedules } from '../../src/store/collections.ts';
import type { AgencyStore, Doc } from '../../src/store/port.ts';

/** An hour of the simulated clock. */
const HOUR_MS = 3_600_000;

export interface MonthOptions {
  readonly store: AgencyStore;
  readonly templates: string;
  readonly staff: number;
  readonly managers: number;
  readonly citizens: number;
  /** How many of the citizens asked for news. */
  readonly askedForNews: number;
  readonly monthlyLimit: number;
  readonly reserve: number;
  readonly holidays: readonly string[];
  /** First day of the month, Bangkok: `2026-12-01`. */
  readonly from: string;
  readonly days: number;
  /** Day on which the result is announced to staff. */
  readonly announceOn: string;
}

/** One line of the table: what went out, or did not, and what the month had used afterwards. */
interface MonthLine {
  readonly at: string;
  readonly what: string;
  readonly outcome: string;
  readonly people: number;
  readonly used: number;
}

export interface Month {
  readonly lines: readonly MonthLine[];
  readonly used: number;
  /** The most that anybody of the crowd received. */
  readonly most: number;
}

const TOKEN = 'a-channel-access-token';

/** A December on the free plan, 2026: Mondays are the 7th (a holiday), 14th, 21st and 28th; the 10th is a holiday, too. */
export const DECEMBER = {
  templates: fileURLToPath(new URL('../../flex-templates/', import.meta.url)),
  staff: 40,
  managers: 3,
  citizens: 500,
  monthlyLimit: 300,
  reserve: 0.2,
  holidays: ['2026-12-07', '2026-12-10'],
  from: '2026-12-01',
  days: 31,
  announceOn: '2026-12-03',
};

/** Runs a month hour by hour against the LINE emulator: real cards, real calls, a clock that moves by itself. */
export async function simulateMonth(options: MonthOptions): Promise<Month> {
  let now = Date.parse(`${options.from}T00:00:00+07:00`);
  const clock = (): Date => new Date(now);
  const emulator = await startEmulator({
    port: 0,
    channelSecret: 'secret',
    channelAccessToken: TOKEN,
    clock,
    newId: () => crypto.randomUUID(),
    monthlyLimit: options.monthlyLimit,
  });
  const channel = {
    channelSecret: 'secret',
    channelAccessToken: TOKEN,
    apiBaseUrl: emulator.url,
    dataApiBaseUrl: emulator.url,
  };
  const client = new PushClient({ ...channel, connections: 10, deadlineMs: 10_000 });
  try {
    const { store } = options;
    await loadExample(store, clock);
    const staff = await peopleOf(options, emulator.crowd, now);
    const profile = await readProfile(store);
    const cards = loadCards(options.templates, CARD_TOOLS);
    const published = (await store.query(assessments)).docs.flatMap(({ data }) => data.published ?? []);
    const desk = {
      store,
      clock,
      newId: () => crypto.randomUUID(),
      staff: () => staff,
      facts: () => ({
        agency: profile && { ...profile, push: { holidays: [...options.holidays], reserve: options.reserve } },
        assessments: published,
        measures: known,
      }),
      render: (card: string, data: object) => cards.render(card, data),
      quota: () => readQuota(channel, 2_000),
    };
    let known = (await store.query(measures)).docs.map(({ data }) => data);
    const lines: MonthLine[] = [];
    for (let hour = 0; hour < options.days * 24; hour += 1) {
      now = Date.parse(`${options.from}T00:00:00+07:00`) + hour * HOUR_MS;
      const local = new Date(now + 7 * HOUR_MS).toISOString().slice(0, 16);
      if (local.endsWith('T11:00')) {
        await somebodySpeaks(store, hour, now);
        known = known.map((measure) => ({ ...measure, progressAt: clock().toISOString() }));
      }
      const note = async (what: string, outcome: string, id: string): Promise<void> => {
        const people = (await store.get(pushes, id))?.people ?? 0;
        lines.push({ at: local, what, outcome, people, used: emulator.quota.used() });
      };
      const announced =
        local === `${options.announceOn}T10:00` ? await announceResult(desk, 2565, 'staff', 'command') : undefined;
      const round = await runDue(desk, {
        store,
        send: (sending) => client.send(sending),
        clock,
        name: 'server-1',
        random: () => 0.5,
        pause: async (ms) => {
          now += ms;
        },
      });
      if (announced) await note('results', announced.kind, 'results-2565');
      for (const { kind, outcome } of round.planned) {
        const record = await store.get(schedules, kind);
        await note(kind, outcome, `${kind}-${record?.last.replace(/[^0-9T]/g, '')}`);
      }
    }
    return { lines, used: lines.at(-1)?.used ?? 0, most: Math.max(...emulator.crowd.received()) };
  } finally {
    await client.close();
    await emulator.close();
  }
}

interface CrowdIds {
  readonly gather: (size: number) => void;
  readonly id: (index: number) => string;
}

/** Staff and managers who follow, then citizens, the first of whom asked for news. */
async function peopleOf(options: MonthOptions, crowd: CrowdIds, nowMs: number): Promise<Doc<StaffMember>[]> {
  const { staff, managers, citizens, askedForNews, store } = options;
  const workers = staff + managers;
  crowd.gather(workers + citizens);
  const at = { eventMs: nowMs - 1, nowMs: nowMs - 1 };
  await store.transaction(async (tx) => {
    for (let index = 0; index < workers + citizens; index += 1) {
      await rememberFollow(crowd.id(index), at)(tx);
      if (index >= workers && index < workers + askedForNews)
        await rememberChoice(crowd.id(index), 'news', true, { eventMs: nowMs, nowMs })(tx);
    }
  });
  return Array.from({ length: workers }, (_, index) => ({
    id: crowd.id(index),
    data: {
      role: index < staff ? 'staff' : 'manager',
      division: null,
      handle: String(index).padStart(8, '0'),
      name: null,
      joinedAt: new Date(nowMs).toISOString(),
      menu: null,
    },
  }));
}

/** Every day somebody says something, so that digests have news. */
async function somebodySpeaks(store: AgencyStore, hour: number, nowMs: number): Promise<void> {
  const id = `SPEAKS${String(hour).padStart(14, '0')}`;
  await store.transaction(
    giveFeedback(id, {
      fiscalYear: 2570,
      code: null,
      point: null,
      channel: 'web',
      audience: 'citizen',
      score: 67,
      indicators: [6 + (hour % 3)],
      givenAtMs: nowMs,
    }),
  );
}
