import { citizenAudience } from './audience.ts';
import type { Facts } from './digests/facts.ts';
import { news } from './digests/news.ts';
import type { MadeDigest } from './made-digest.ts';
import type { Letter } from './parts-of.ts';
import { worded, type PushDesk } from './push-desk.ts';
import type { ScheduleRecord } from './schedule-record.ts';
import { toldSoFar } from './told-so-far.ts';

/** Citizens get news once a month at most, whatever the calendar says (ms). */
const AT_MOST_EVERY_MS = 27 * 86_400_000;

/** "ท่านบอก เราทำ" for citizens who asked; undefined if nothing moved, or the last one is less than a month ago. */
export function makeNews(desk: PushDesk, facts: Facts, before: ScheduleRecord | undefined): MadeDigest | undefined {
  const { atMs } = toldSoFar(before, facts.now);
  if (facts.now.getTime() - atMs < AT_MOST_EVERY_MS) return undefined;
  const data = news(facts, atMs);
  if (data === null) return undefined;
  const { messages, summary } = worded(desk, 'push-news', data);
  return { letters: citizenLetters(desk, messages), sample: messages, summary, record: { told: {}, counts: null } };
}

async function* citizenLetters(desk: PushDesk, messages: string): AsyncGenerator<Letter> {
  for await (const { to } of citizenAudience(desk.store, 'news', new Set())) yield { to, messages };
}
