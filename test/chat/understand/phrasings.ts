import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { INTENTS, type Intent } from '../../../src/chat/request.ts';
import { understand } from '../../../src/chat/understand/understand.ts';

/** One way to say something, with what it means. */
export interface Phrasing {
  readonly text: string;
  readonly intent: Intent;
  readonly slots: Readonly<Record<string, unknown>>;
}

const FOLDER = new URL('./phrasings/', import.meta.url);
/** Fiscal year in which the phrasings are said. */
export const TODAY = 2569;
export const SAFETY: ReadonlySet<string> = new Set(['report_corruption', 'privacy', 'unsubscribe']);

export function phrasingFiles(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

export function readPhrasings(name: string | URL): Phrasing[] {
  const file = typeof name === 'string' ? new URL(name, FOLDER) : name;
  const found = JSON.parse(readFileSync(file, 'utf8')) as Phrasing[];
  for (const { intent, text } of found) if (!INTENTS.includes(intent)) throw new Error(`${text}: no intent ${intent}`);
  return found;
}

/** Sixty phrasings kept outside the project; undefined where they are not there. */
export function outsidePhrasings(): Phrasing[] | undefined {
  const file = new URL('../../../../shared/intents-dev.json', import.meta.url);
  return existsSync(file) ? readPhrasings(file) : undefined;
}

/** What is wrong about how `phrasing` is understood, by name; undefined if nothing is. */
export function mistake({ text, intent, slots }: Phrasing): string | undefined {
  const { request } = understand(text, { today: TODAY });
  const got = request.intent === 'not_understood' ? {} : request.slots;
  if (request.intent === intent && sorted(got) === sorted(slots)) return undefined;
  return `${text}: expected ${intent} ${sorted(slots)}, got ${request.intent} ${sorted(got)}`;
}

/** True if a matter of safety is taken for something else, or something else for it. */
export function confusesSafety({ text, intent }: Phrasing): boolean {
  const got = understand(text, { today: TODAY }).request.intent;
  return got !== intent && (SAFETY.has(got) || SAFETY.has(intent));
}

function sorted(slots: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1))));
}
