import { describe, expect, it } from 'vitest';
import type { AnswerContext, Knowledge, Reply } from '../../../src/chat/answer.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import { INTENTS, type Intent } from '../../../src/chat/request.ts';
import type { Cards } from '../../../src/flex/cards.ts';
import { CARDS, contextOf, heavy, replyTo, STATES } from './knowledge.ts';
import { postbacksIn } from './look-into.ts';

/** Goes through the whole bot by its buttons alone, from the welcome. */
function crawl(context: AnswerContext) {
  const cards = new Set<string>();
  const watching: Cards = {
    names: CARDS.names,
    render(name, data) {
      cards.add(name);
      return CARDS.render(name, data);
    },
  };
  const watched = { ...context, cards: watching };
  const intents = new Set<Intent>();
  const seen = new Set<string>();
  const follow = (reply: Reply): void => {
    for (const data of postbacksIn(reply)) {
      if (seen.has(data)) continue;
      seen.add(data);
      const request = decodePostback(data);
      if (!request) throw new Error(`a button leads nowhere: ${data}`);
      intents.add(request.intent);
      follow(replyTo(request, watched));
    }
  };
  follow(welcome(watched));
  return { cards, intents, seen };
}

/** What only words, stickers or slips of the finger lead to. */
const ONLY_TYPED: readonly Intent[] = ['greeting', 'off_topic', 'not_understood'];

/** 50 items and 50 measures, in two years; more years would only be more of the same. */
function fifty(): Knowledge {
  const knowledge = heavy(50);
  return { ...knowledge, assessments: knowledge.assessments.slice(-2) };
}

describe('the whole bot, used without typing', () => {
  it('reaches every intent that is worth asking', () => {
    const { intents } = crawl(contextOf(STATES['two years'] as never));
    expect(INTENTS.filter((intent) => !intents.has(intent))).toEqual(ONLY_TYPED);
  });

  it('reaches every card of a result in one of its states', () => {
    const reached = Object.values(STATES).flatMap((knowledge) => [...crawl(contextOf(knowledge)).cards]);
    const typedOnly = [
      'greeting',
      'no-such-indicator',
      'no-such-item',
      'non-text',
      'not-understood',
      'off-topic',
      'only-in-private',
      'which-item',
      'year-not-published',
    ];
    expect(CARDS.names.filter((name) => !reached.includes(name))).toEqual(typedOnly);
  });

  it.each([...Object.entries(STATES), ['50 of everything', fifty()] as const])(
    'has no dead end: %s',
    (_, knowledge) => {
      const { seen } = crawl(contextOf(knowledge));
      expect(seen.size).toBeGreaterThan(20);
    },
  );

  it('reaches each of 50 items and 50 measures', () => {
    const { seen } = crawl(contextOf(fifty()));
    const requests = [...seen].map(decodePostback);
    const items = new Set(
      requests.map((request) => (request?.intent === 'item_info' ? request.slots.code : undefined)),
    );
    const measures = new Set(
      requests.map((request) => (request?.intent === 'measure_progress' ? request.slots.measure : undefined)),
    );
    expect(items.size).toBeGreaterThanOrEqual(50 + 1);
    expect(measures.size).toBeGreaterThanOrEqual(50 + 1);
  });

  it('leads on from every card: at least the menu and the contact are one tap away', () => {
    for (const knowledge of Object.values(STATES)) {
      const context = contextOf(knowledge);
      for (const data of crawl(context).seen) {
        const request = decodePostback(data);
        if (!request || request.intent === 'help') continue;
        const leadsOn = postbacksIn(replyTo(request, context)).includes('intent=help');
        expect({ data, leadsOn }).toEqual({ data, leadsOn: true });
      }
    }
  });
});
