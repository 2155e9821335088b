import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { rememberFollow, rememberUnfollow } from '../people/following.ts';
import { people } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import { addressedText } from './addressed-text.ts';
import type { AnswerContext, Knowledge, NeedsPerson, Reply, Write } from './answer.ts';
import { answerTo } from './answers/answers.ts';
import { nonText } from './answers/non-text.ts';
import { welcome } from './answers/welcome.ts';
import { CommonQuestions } from './common-questions.ts';
import { decodePostback } from './postback.ts';
import type { Handling, Outcome } from './reception.ts';
import { ReplyMemory } from './reply-memory.ts';
import type { Intent, Request } from './request.ts';
import { understand } from './understand/understand.ts';

export interface ConversationOptions {
  readonly store: AgencyStore;
  /** What is published now. */
  readonly knowledge: () => Knowledge;
  readonly cards: Cards;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Said when an answer failed by a fault of ours: delivering the event again would fail again. */
const APOLOGY = JSON.stringify([{ type: 'text', text: 'ขออภัย ระบบขัดข้องชั่วคราว กรุณาลองใหม่อีกครั้ง หรือติดต่อหน่วยงานโดยตรง' }]);
const SILENCE: Handling = { kind: 'now', outcome: { messagesJson: undefined } };
const NO_WORDS: Reply = { messages: [], writes: [] };

/** Store errors that the same event would meet again, so that a redelivery is of no use. */
const LASTING = new Set(['invalid', 'too-large', 'not-found', 'already-exists']);

/** Counted together: `/metrics` is public, and in a small agency a single report could be told from its time alone. */
const UNTOLD: ReadonlySet<Intent> = new Set(['report_corruption', 'privacy', 'unsubscribe', 'give_feedback']);

function countedAs(intent: Intent): string {
  return UNTOLD.has(intent) ? 'private' : intent;
}

/** Turns events into what to say and what to remember. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #questions = new CommonQuestions();
  readonly #memory = new ReplyMemory();
  #year = { minute: Number.NaN, fiscalYear: 0 };

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  /** Decides about one event. Never throws: a fault is logged, counted and answered with an apology. */
  handle(event: LineEvent): Handling {
    try {
      const handling = this.#decide(event);
      this.#options.metrics.events.inc({ type: event.type, outcome: handling === SILENCE ? 'ignored' : 'handled' });
      return handling;
    } catch (error) {
      return { kind: 'now', outcome: this.#apologise(event, error) };
    }
  }

  #decide(event: LineEvent): Handling {
    const { source, content } = event;
    if (!source) return SILENCE;
    // Another module talks in this chat: nothing may be said, but who follows and who left has to be known all the same.
    if (event.standby && content.kind !== 'follow' && content.kind !== 'unfollow') return SILENCE;
    const userId = source.type === 'user' ? source.userId : undefined;
    switch (content.kind) {
      case 'text': {
        const text = source.type === 'user' ? content.text : addressedText(content);
        return text === undefined ? SILENCE : this.#answer(event, this.#understand(text));
      }
      case 'postback':
        return this.#answer(event, decodePostback(content.data) ?? { intent: 'help', slots: {} });
      case 'non-text':
        return source.type === 'user' ? this.#say(event, nonText(content.messageType, this.#context(event))) : SILENCE;
      case 'follow':
        return this.#say(
          event,
          event.standby ? NO_WORDS : welcome(this.#context(event)),
          userId === undefined ? undefined : rememberFollow(userId, event.timestampMs),
        );
      case 'join':
        return this.#say(event, welcome(this.#context(event), 'group'));
      case 'unfollow':
        if (!userId) return SILENCE;
        return this.#remember(event, [rememberUnfollow(userId, event.timestampMs)], { messagesJson: undefined });
      case 'other':
        return SILENCE;
    }
  }

  #understand(text: string): Request {
    const today = this.#fiscalYear();
    return this.#questions.read(text, today, () => understand(text, { today }).request);
  }

  #answer(event: LineEvent, request: Request): Handling {
    this.#options.metrics.requests.inc({ intent: countedAs(request.intent) });
    const knowledge = this.#options.knowledge();
    const fiscalYear = this.#fiscalYear();
    const remembered = this.#memory.find(request, knowledge, fiscalYear);
    if (remembered !== undefined) return { kind: 'now', outcome: { messagesJson: remembered } };
    const result = answerTo(request, this.#context(event));
    if ('needs' in result) return this.#durable(event, () => this.#finish(event, result));
    const handling = this.#say(event, result);
    if (handling.kind === 'now' && result.personal !== true && handling.outcome.messagesJson !== undefined) {
      this.#memory.keep(request, knowledge, fiscalYear, handling.outcome.messagesJson);
    }
    return handling;
  }

  #say(event: LineEvent, reply: Reply, write?: Write): Handling {
    const messagesJson = reply.messages.length > 0 ? JSON.stringify(reply.messages) : undefined;
    const writes = write ? [...reply.writes, write] : reply.writes;
    return writes.length > 0
      ? this.#remember(event, writes, { messagesJson })
      : { kind: 'now', outcome: { messagesJson } };
  }

  async #finish(event: LineEvent, needs: NeedsPerson): Promise<Outcome> {
    const user = this.#context(event).user;
    const person = user && (await this.#options.store.get(people, user.id));
    const handling = this.#say(event, needs.finish(person));
    return handling.kind === 'now' ? handling.outcome : await handling.run();
  }

  #remember(event: LineEvent, writes: readonly Write[], outcome: Outcome): Handling {
    return this.#durable(event, async () => {
      await this.#options.store.transaction(async (tx) => {
        for (const write of writes) await write(tx);
      });
      return outcome;
    });
  }

  /** Work with the store. It rejects only if trying again may help; any other fault is ours and is answered with an apology. */
  #durable(event: LineEvent, work: () => Promise<Outcome>): Handling {
    const run = async (): Promise<Outcome> => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof StoreError && !LASTING.has(error.kind)) throw error;
        return this.#apologise(event, error);
      }
    };
    return { kind: 'durable', run };
  }

  #context(event: LineEvent): AnswerContext {
    const source = event.source;
    const id = source?.type === 'user' ? source.userId : undefined;
    return {
      knowledge: this.#options.knowledge(),
      cards: this.#options.cards,
      currentFiscalYear: this.#fiscalYear(),
      user: id === undefined ? undefined : { id, eventMs: event.timestampMs },
    };
  }

  /** Looked up once a minute: it changes once a year, and calendar arithmetic for every event would be a waste. */
  #fiscalYear(): number {
    const now = this.#options.clock();
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.#year.minute) this.#year = { minute, fiscalYear: fiscalYearOf(now) };
    return this.#year.fiscalYear;
  }

  #apologise(event: LineEvent, error: unknown): Outcome {
    this.#options.metrics.events.inc({ type: event.type, outcome: 'failed' });
    this.#options.log.error({ err: error, type: event.type }, 'an event could not be handled');
    return { messagesJson: APOLOGY };
  }
}
