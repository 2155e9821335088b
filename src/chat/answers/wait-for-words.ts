import type { Waiting } from '../../people/waiting.ts';
import type { User } from '../answer.ts';

/** How long the chat waits for words (ms). Past it a message is a question again. */
const WAITS_MS = 10 * 60_000;

/** The chat waits for words to this request (postback data). `draft`: those that have come and are shown before they are used. */
export function waitForWords({ eventMs }: User, request: string, draft?: string): Waiting {
  const untilMs = eventMs + WAITS_MS;
  return { for: 'input', request, picture: false, untilMs, ...(draft === undefined ? {} : { draft }) };
}
