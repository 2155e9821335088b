import { describe, expect, it } from 'vitest';
import type { AnswerContext, Knowledge, Reply } from '../../../src/chat/answer.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import { INTENTS, type Intent } from '../../../src/chat/request.ts';
import type { Cards } from '../../../src/flex/cards.ts';
import { CARDS, contextOf, emptyDesk, heavy, replyWith, STATES } from './knowledge.ts';
import { postbacksIn } from './look-into.ts';

/** Goes through the whole bot by its buttons alone, from the welcome. */
async function crawl(asked: AnswerContext) {
  const context = { ...asked, user: { id: `U${'0'.repeat(32)}`, eventMs: 1000 } };
  const desk = emptyDesk();
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
  const follow = async (reply: Reply): Promise<void> => {
    await desk.store.transaction(async (tx) => {
      for (const write of reply.writes) await write(tx);
    });
    for (const data of postbacksIn(reply)) {
      if (seen.has(data)) continue;
      seen.add(data);
      const request = decodePostback(data);
      if (!request) throw new Error(`a button leads nowhere: ${data}`);
      intents.add(request.intent);
      await follow(await replyWith(request, watched, desk));
    }
  };
  await follow(welcome(watched));
  return { cards, intents, seen, desk };
}

/** What only words, stickers or slips of the finger lead to. */
const ONLY_TYPED: readonly Intent[] = ['greeting', 'off_topic', 'not_understood'];

/** 50 items and 50 measures, in two years; more years would only be more of the same. */
function fifty(): Knowledge {
  const knowledge = heavy(50);
  return { ...knowledge, assessments: knowledge.assessments.slice(-2) };
}

describe('the whole bot, used without typing', () => {
  it('reaches every intent that is worth asking', async () => {
    const { intents } = await crawl(contextOf(STATES['two years'] as never));
    expect(INTENTS.filter((intent) => !intents.has(intent))).toEqual(ONLY_TYPED);
  });

  it('reaches every card of a result in one of its states', async () => {
    const crawled = await Promise.all(Object.values(STATES).map((knowledge) => crawl(contextOf(knowledge))));
    const reached = crawled.flatMap(({ cards }) => [...cards]);
    const typedOnly = [
      'feedback-closed',
      'feedback-corruption',
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
    async (_, knowledge) => {
      const { seen } = await crawl(contextOf(knowledge));
      expect(seen.size).toBeGreaterThan(20);
    },
  );

  it('reaches each of 50 items and 50 measures', async () => {
    const { seen } = await crawl(contextOf(fifty()));
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

  it('leads on from every card: at least the menu and the contact are one tap away', async () => {
    for (const knowledge of Object.values(STATES)) {
      const context = contextOf(knowledge);
      const { seen, desk } = await crawl(context);
      for (const data of seen) {
        const request = decodePostback(data);
        if (!request || request.intent === 'help') continue;
        const leadsOn = postbacksIn(await replyWith(request, context, desk)).includes('intent=help');
        expect({ data, leadsOn }).toEqual({ data, leadsOn: true });
      }
    }
  });
});
