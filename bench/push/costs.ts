import { rememberChoice } from '../../src/people/following.ts';
import { citizenAudience } from '../../src/push/audience.ts';
import { deliver } from '../../src/push/deliver.ts';
import { planPush } from '../../src/push/plan-push.ts';
import type { Operation } from '../../src/store/operation.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { table } from '../table.ts';

const PEOPLE = 1_000;
const NOW = new Date('2026-11-23T02:00:00Z');
const MESSAGES = JSON.stringify([{ type: 'text', text: 'ท่านบอก เราทำ' }]);

/** What one piece of news to 1,000 citizens costs where every document read and written is paid for. */
export async function measurePushCosts(): Promise<void> {
  const counts = { read: 0, write: 0, delete: 0 };
  let counting = false;
  const onOperation = ({ kind, count }: Operation): void => {
    if (counting) counts[kind] += count;
  };
  const store = openSqliteStore({ path: ':memory:', onOperation });
  const agency = store.agency('bench');
  const at = { eventMs: NOW.getTime() - 86_400_000, nowMs: NOW.getTime() - 86_400_000 };
  await agency.transaction(async (tx) => {
    for (let no = 0; no < PEOPLE; no += 1)
      await rememberChoice(`U${String(no).padStart(32, '0')}`, 'news', true, at)(tx);
  });
  counting = true;
  const letters = async function* () {
    for await (const { to } of citizenAudience(agency, 'news', new Set())) yield { to, messages: MESSAGES };
  };
  await planPush(
    agency,
    {
      id: 'news',
      kind: 'news',
      summary: 'news',
      by: 'schedule',
      unit: null,
      urgent: false,
      gone: () => 0,
      letters: letters(),
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
  table(
    [`documents for ${PEOPLE} people`, 'all', 'each', 'aim'],
    [
      ['reads', String(counts.read), (counts.read / PEOPLE).toFixed(3), '<= 1'],
      ['writes', String(counts.write), (counts.write / PEOPLE).toFixed(3), '<= 0.1'],
    ],
  );
}
