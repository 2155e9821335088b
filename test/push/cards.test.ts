import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NEEDED_ROLE } from '../../src/chat/access.ts';
import { decodePostback } from '../../src/chat/postback.ts';
import { mayActAs, type Role } from '../../src/people/role.ts';
import { CARDS } from '../chat/answers/knowledge.ts';
import { postbacksIn } from '../chat/answers/look-into.ts';

/** What is pushed, and who gets it. */
const PUSHED: readonly (readonly [card: string, to: Role])[] = [
  ['push-results', 'citizen'],
  ['push-staff-digest', 'staff'],
  ['push-manager-digest', 'manager'],
  ['push-news', 'citizen'],
  ['push-answer', 'citizen'],
  ['push-urgent', 'citizen'],
];

function samplesOf(card: string): readonly object[] {
  const content: unknown = JSON.parse(readFileSync(`flex-templates/${card}.sample.json`, 'utf8'));
  return (Array.isArray(content) ? content : [content]) as readonly object[];
}

describe.each(PUSHED)('%s', (card, to) => {
  it.each(samplesOf(card))(
    'has only buttons that lead somewhere whoever gets it may go, and a way to stop it',
    (sample) => {
      const buttons = postbacksIn({ messages: [CARDS.render(card, sample)], writes: [] });
      const requests = buttons.map((data) => [data, decodePostback(data)] as const);
      expect(requests.filter(([, request]) => request === undefined)).toEqual([]);
      for (const [, request] of requests) expect(mayActAs(to, NEEDED_ROLE[request?.intent ?? 'help'])).toBe(true);
      const stops = requests.some(
        ([, request]) =>
          request?.intent === 'unsubscribe' ||
          (request?.intent === 'feedback_reply' && request.slots.act === 'withdraw'),
      );
      expect(stops).toBe(true);
    },
  );
});
