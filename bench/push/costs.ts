import { rememberChoice, rememberInChat, type Moment } from '../../src/people/following.ts';
import { citizenAudience, staffAudience } from '../../src/push/audience.ts';
import { deliver } from '../../src/push/deliver.ts';
import type { Letter } from '../../src/push/parts-of.ts';
import { planPush } from '../../src/push/plan-push.ts';
import type { PushKind } from '../../src/push/push.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { AgencyStore, Transaction } from '../../src/store/port.ts';
import { member } from '../../test/menus/small-menus.ts';
import { table } from '../table.ts';

const PEOPLE = 1_000;
const DIVISIONS = 8;
const NOW = new Date('2026-11-23T02:00:00Z');
const BEFORE: Moment = { eventMs: NOW.getTime() - 86_400_000, nowMs: NOW.getTime() - 86_400_000 };
const USERS = Array.from({ length: PEOPLE }, (_, no) => `U${String(no).padStart(32, '0')}`);

interface Sent {
  readonly kind: PushKind;
  readonly called: string;
  readonly remember: (user: string) => (tx: Transaction) => Promise<void>;
  readonly letters: (store: AgencyStore) => AsyncIterable<Letter>;
}

const SENT: readonly Sent[] = [
  {
    kind: 'news',
    called: 'news, the same for all',
    remember: (user) => rememberChoice(user, 'news', true, BEFORE),
    letters: async function* (store) {
      for await (const { to } of citizenAudience(store, 'news', new Set()))
        yield { to, messages: saying('ท่านบอก เราทำ') };
    },
  },
  {
    kind: 'staff-digest',
    called: `staff digest in ${DIVISIONS} divisions`,
    remember: (user) => rememberInChat(user, BEFORE),
    letters: (store) => toStaff(store, (no) => `งานของกองที่ ${no % DIVISIONS}`),
  },
  {
    kind: 'staff-digest',
    called: 'to each their own',
    remember: (user) => rememberInChat(user, BEFORE),
    letters: (store) => toStaff(store, (no) => `งานของคนที่ ${no}`),
  },
];

async function* toStaff(store: AgencyStore, said: (no: number) => string): AsyncGenerator<Letter> {
  const staff = USERS.map((id, no) => ({ id, data: member('staff', no) }));
  const audience = await staffAudience(store, staff, 'staff-digest', 'staff', { count: 0 });
  for (const [no, { to }] of audience.entries()) yield { to, messages: saying(said(no)) };
}

function saying(text: string): string {
  return JSON.stringify([{ type: 'text', text }]);
}

/** What a push to 1,000 people costs where every document read and written is paid for. */
export async function measurePushCosts(): Promise<void> {
  const rows: string[][] = [];
  for (const sent of SENT) {
    const { read, write } = await operationsOf(sent);
    rows.push([`${sent.called}: reads`, String(read), (read / PEOPLE).toFixed(3), '<= 1']);
    rows.push([`${sent.called}: writes`, String(write), (write / PEOPLE).toFixed(3), '<= 0.1']);
  }
  table([`documents for ${PEOPLE} people`, 'all', 'each', 'aim'], rows);
}

async function operationsOf({ kind, remember, letters }: Sent): Promise<{ read: number; write: number }> {
  const counts = { read: 0, write: 0, delete: 0 };
  let counting = false;
  const store = openSqliteStore({
    path: ':memory:',
    onOperation: (operation) => {
      if (counting) counts[operation.kind] += operation.count;
    },
  });
  const agency = store.agency('bench');
  await agency.transaction(async (tx) => {
    for (const user of USERS) await remember(user)(tx);
  });
  counting = true;
  await planPush(
    agency,
    {
      id: kind,
      kind,
      summary: kind,
      by: 'schedule',
      unit: null,
      urgent: false,
      gone: () => 0,
      letters: letters(agency),
    },
    { clock: () => NOW, planner: 'bench', quota: { limit: null, used: 0 }, reserve: 0 },
  );
  await deliver({
    store: agency,
    send: async () => ({ kind: 'accepted' }),
    clock: () => NOW,
    name: 'bench',
    random: Math.random,
    pause: async () => undefined,
  });
  await store.close();
  return counts;
}
