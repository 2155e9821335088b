import type { Part, PartBodies } from './part.ts';
import { endpointFor, requestBody } from './request-body.ts';
import { retryKey } from './retry-key.ts';

/** LINE's limit for one multicast (Messaging API reference). */
const PEOPLE_IN_A_CALL = 500;
/** Calls settled together; with their messages they have to fit a document. */
const CALLS_IN_A_PART = 50;
/** Characters of messages in a part: a document holds 1 MiB of UTF-8, and Thai needs three bytes a character. */
const MESSAGES_IN_A_PART = 200_000;
/** Different messages kept open for more recipients; past that, those at hand become calls. */
const OPEN_MESSAGES = 200;

/** Who gets what: `messages` is a JSON array of 1–5 messages. */
export interface Letter {
  readonly to: string;
  readonly messages: string;
}

/** A part and what it sends. */
export interface FilledPart extends PartBodies {
  readonly part: Part;
}

interface Bundle {
  readonly messages: string;
  readonly to: string[];
}

/**
 * The parts of a push, as its letters come in: people who get the same are one multicast of at most 500, whatever is left at the
 * end is put together. Keeps at most a few hundred letters in memory, however many there are.
 */
export async function* partsOf(
  push: string,
  letters: AsyncIterable<Letter> | Iterable<Letter>,
  unit: string | null,
): AsyncGenerator<FilledPart> {
  const open = new Map<string, string[]>();
  let no = 0;
  for await (const { to, messages } of letters) {
    const people = open.get(messages) ?? [];
    people.push(to);
    open.set(messages, people);
    if (people.length === PEOPLE_IN_A_CALL) {
      open.delete(messages);
      yield partOf(push, no++, [{ messages, to: people }], unit);
    } else if (open.size === OPEN_MESSAGES) {
      for (const bundles of packed(open)) yield partOf(push, no++, bundles, unit);
      open.clear();
    }
  }
  for (const bundles of packed(open)) yield partOf(push, no++, bundles, unit);
}

/** Bundles that fit one part each time. A large multicast is a part of its own, so that a crash concerns as few people as possible. */
function* packed(open: ReadonlyMap<string, string[]>): Generator<Bundle[]> {
  let part: Bundle[] = [];
  let length = 0;
  let people = 0;
  for (const [messages, to] of open) {
    const full =
      part.length === CALLS_IN_A_PART ||
      length + messages.length > MESSAGES_IN_A_PART ||
      people + to.length > PEOPLE_IN_A_CALL;
    if (part.length > 0 && full) {
      yield part;
      part = [];
      length = 0;
      people = 0;
    }
    part.push({ messages, to });
    length += messages.length;
    people += to.length;
  }
  if (part.length > 0) yield part;
}

function partOf(push: string, no: number, bundles: readonly Bundle[], unit: string | null): FilledPart {
  const part: Part = {
    push,
    no,
    state: 'open',
    dueAtMs: 0,
    holder: null,
    tries: 0,
    firstTryAtMs: null,
    calls: bundles.map(({ to }, index) => ({
      endpoint: endpointFor(to),
      people: to.length,
      retryKey: retryKey(push, no, index),
      state: 'waiting',
      unclear: false,
      why: null,
    })),
  };
  return { part, bodies: bundles.map(({ to, messages }) => requestBody(to, messages, unit)) };
}
