import { INTENTS, SLOTS, type Intent, type Request, type RequestOf } from './request.ts';

/** LINE's limit for postback data, in UTF-16 code units (Messaging API reference, postback action). */
const MAX_DATA = 300;

/**
 * A request as postback data: `intent=indicator_score&indicator=4&year=2565`. Keys are sorted, so that the same request
 * always gives the same text. Throws RangeError past LINE's 300 characters.
 */
export function encodePostback<I extends Intent>(intent: I, slots: RequestOf<I>['slots']): string {
  const pairs = Object.entries(slots)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value)] as [string, string])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const data = new URLSearchParams([['intent', intent], ...pairs]).toString();
  if (data.length > MAX_DATA)
    throw new RangeError(`postback data for ${intent} is ${data.length} long, LINE allows ${MAX_DATA}`);
  return data;
}

/** The request in postback data, or undefined if the data is not ours, old, or tampered with. Never throws. */
export function decodePostback(data: string): Request | undefined {
  const params = new URLSearchParams(data);
  const intent = INTENTS.find((known) => known === params.get('intent'));
  if (!intent) return undefined;
  params.delete('intent');
  const slots: Record<string, unknown> = {};
  for (const [key, value] of params) slots[key] = readValue(key, value);
  const parsed = SLOTS[intent].safeParse(slots);
  // The schema of `intent` has just accepted these slots; TypeScript cannot follow the pairing.
  return parsed.success ? ({ intent, slots: parsed.data } as Request) : undefined;
}

/** Slots that are lists or text whatever they look like; everything else is a number or true/false where it reads as one. */
const LISTS: Readonly<Record<string, 'numbers' | 'texts'>> = { years: 'numbers', nearest: 'texts' };
const TEXTS = new Set(
  'code grade term purpose action instrument year_rel point why act ref division list day handle role by subject after topic reach kind draft at'.split(
    ' ',
  ),
);

function readValue(key: string, value: string): unknown {
  const list = LISTS[key];
  if (list) return value.split(',').map((part) => (list === 'numbers' ? Number(part) : part));
  if (TEXTS.has(key)) return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d{1,6}$/.test(value) ? Number(value) : value;
}
