import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import type { Waiting } from '../feedback/feedback.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { rememberFollow, rememberUnfollow } from '../people/following.ts';
import { waiting } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import { addressedText } from './addressed-text.ts';
import type { AnswerContext, Knowledge, NeedsStore, Reply, User, Write } from './answer.ts';
import { answerTo } from './answers/answers.ts';
import { askForWords } from './answers/feedback/change-answer.ts';
import { notAComment } from './answers/feedback/comment.ts';
import { givenCard } from './answers/feedback/given.ts';
import { note } from './answers/feedback/note.ts';
import { nonText } from './answers/non-text.ts';
import { welcome } from './answers/welcome.ts';
import { CommonQuestions } from './common-questions.ts';
import { Comments, type Stored } from './feedback/comments.ts';
import type { Desk } from './feedback/desk.ts';
import { subjectOfFeedback, subjectOfKey, type Subject } from './feedback/subject.ts';
import { readWaitedText } from './feedback/waited-text.ts';
import type { WaitingList } from './feedback/waiting-list.ts';
import { decodePostback } from './postback.ts';
import type { Handling, Outcome } from './reception.ts';
import { ReplyMemory } from './reply-memory.ts';
import type { Intent, Request } from './request.ts';
import { understand } from './understand/understand.ts';

export interface ConversationOptions {
  readonly store: AgencyStore;
  /** For answers that look into the store first. */
  readonly desk: Desk;
  /** For whom the chat waits. */
  readonly waitingList: WaitingList;
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
/** A reply in which it may also be said outright that what the chat waits for stays as it is. */
type Said = Omit<Reply, 'waitFor'> & { readonly waitFor?: Reply['waitFor'] | undefined };
const NO_WORDS: Reply = { messages: [], writes: [] };

/** What counts even if another module talks: who follows, who left, and what somebody took back. */
const HEARD_IN_STANDBY: ReadonlySet<string> = new Set(['follow', 'unfollow', 'unsend']);

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
  readonly #comments: Comments;
  #year = { minute: Number.NaN, fiscalYear: 0 };

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#comments = new Comments(options.store, options.waitingList);
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
    if (event.standby && !HEARD_IN_STANDBY.has(content.kind)) return SILENCE;
    const userId = source.type === 'user' ? source.userId : undefined;
    switch (content.kind) {
      case 'text': {
        const text = source.type === 'user' ? content.text : addressedText(content);
        if (text === undefined) return SILENCE;
        const request = this.#understand(text);
        return this.#asComment(event, text, request) ?? this.#answer(event, request);
      }
      case 'postback': {
        const request = decodePostback(content.data) ?? { intent: 'help', slots: {} };
        return this.#answer(event, request, leavesWriting(request) ? null : undefined);
      }
      case 'unsend':
        return source.type === 'user' ? this.#unsent(event, content.messageId) : SILENCE;
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

  /** `leaves`: null if the chat is to wait for nothing any more, whatever is answered. */
  #answer(event: LineEvent, request: Request, leaves?: null): Handling {
    this.#options.metrics.requests.inc({ intent: countedAs(request.intent) });
    const knowledge = this.#options.knowledge();
    const fiscalYear = this.#fiscalYear();
    const remembered = this.#memory.find(request, knowledge, fiscalYear);
    if (remembered !== undefined) return this.#tell(event, { messagesJson: remembered }, [], leaves);
    const result = answerTo(request, this.#context(event));
    if ('needs' in result) return this.#durable(event, () => this.#finish(event, result, leaves));
    const handling = this.#say(event, { waitFor: leaves, ...result });
    if (handling.kind === 'now' && result.personal !== true && handling.outcome.messagesJson !== undefined) {
      this.#memory.keep(request, knowledge, fiscalYear, handling.outcome.messagesJson);
    }
    return handling;
  }

  #say(event: LineEvent, reply: Said, write?: Write): Handling {
    const messagesJson = reply.messages.length > 0 ? JSON.stringify(reply.messages) : undefined;
    return this.#tell(event, { messagesJson }, write ? [...reply.writes, write] : reply.writes, reply.waitFor);
  }

  /** Says it when everything is durable: the writes, and what the chat waits for (null: for nothing any more). */
  #tell(event: LineEvent, outcome: Outcome, writes: readonly Write[], waitFor: Said['waitFor']): Handling {
    const userId = privateUser(event);
    if (userId === undefined || waitFor === undefined) return this.#remember(event, writes, outcome);
    const { waitingList } = this.#options;
    const waits = waitingList.of(userId, event.timestampMs);
    if (waitFor === null && waits === undefined) return this.#remember(event, writes, outcome);
    const wait: Write = (tx) => (waitFor === null ? tx.delete(waiting, userId) : tx.set(waiting, userId, waitFor));
    return this.#remember(event, [...writes, wait], outcome, () => waitingList.changed(userId, waitFor ?? undefined));
  }

  async #finish(event: LineEvent, result: NeedsStore, leaves: null | undefined): Promise<Outcome> {
    return runNow(this.#say(event, { waitFor: leaves, ...(await result.finish(this.#options.desk)) }));
  }

  /** What a message is while the chat waits for a comment, or undefined if it is none. */
  #asComment(event: LineEvent, text: string, request: Request): Handling | undefined {
    const context = this.#context(event);
    const { user } = context;
    if (!user) return undefined;
    const waits = this.#options.waitingList.of(user.id, user.eventMs);
    if (!waits) return this.#asCommentAgain(event, request);
    const subject = subjectOfKey(waits.subject);
    const read = readWaitedText(text, request, waits, context.currentFiscalYear);
    const ask = { replaces: false, anyway: waits.for === 'comment-anyway', tooLong: null };
    switch (read.kind) {
      case 'request':
        return this.#answer(event, request, read.stillWaiting ? undefined : null);
      case 'withdraw':
        return this.#answer(event, { intent: 'give_feedback', slots: { ...subject, act: 'withdraw' } }, null);
      case 'skip':
        return this.#say(event, { ...note('done', subject, context), waitFor: null });
      case 'corruption':
        return this.#say(event, notAComment(subject, context));
      case 'empty':
        return this.#say(event, askForWords(subject, context, ask));
      case 'too-long':
        return this.#say(event, askForWords(subject, context, { ...ask, tooLong: read.length }));
      case 'comment':
        return this.#durable(event, () => this.#takeComment(event, text, request, waits, user));
    }
  }

  async #takeComment(event: LineEvent, text: string, request: Request, waits: Waiting, user: User): Promise<Outcome> {
    const taken = await this.#comments.take(text, waits, user, messageIdOf(event));
    if (taken === 'unsent') return { messagesJson: undefined };
    return runNow(taken ? this.#thank(event, taken, subjectOfKey(waits.subject)) : this.#answer(event, request));
  }

  /** A message that LINE delivers again may be the comment that was taken before; the thanks may have been lost. */
  #asCommentAgain(event: LineEvent, request: Request): Handling | undefined {
    const messageId = messageIdOf(event);
    if (!event.redelivered || messageId === undefined) return undefined;
    return this.#durable(event, async () => {
      const taken = await this.#comments.ofMessage(messageId);
      return runNow(taken ? this.#thank(event, taken, subjectOfFeedback(taken.given)) : this.#answer(event, request));
    });
  }

  #thank(event: LineEvent, { id, given }: Stored, subject: Subject): Handling {
    return this.#say(event, givenCard('comment', subject, id, given, this.#context(event)));
  }

  #unsent(event: LineEvent, messageId: string): Handling {
    return this.#durable(event, async () => {
      await this.#comments.unsend(messageId);
      return { messagesJson: undefined };
    });
  }

  /** Nothing to write: said now. Else made durable in one transaction; then `after` is told. */
  #remember(event: LineEvent, writes: readonly Write[], outcome: Outcome, after?: () => void): Handling {
    if (writes.length === 0) return { kind: 'now', outcome };
    return this.#durable(event, async () => {
      await this.#options.store.transaction(async (tx) => {
        for (const write of writes) await write(tx);
      });
      after?.();
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
    const id = privateUser(event);
    return {
      knowledge: this.#options.knowledge(),
      cards: this.#options.cards,
      currentFiscalYear: this.#fiscalYear(),
      user: id === undefined ? undefined : { id, eventMs: event.timestampMs, redelivered: event.redelivered },
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

/** Who talks to us in a private chat. */
function privateUser({ source }: LineEvent): string | undefined {
  return source?.type === 'user' ? source.userId : undefined;
}

function messageIdOf({ content }: LineEvent): string | undefined {
  return content.kind === 'text' ? content.messageId : undefined;
}

/** A tap on something else means that nothing more is to be written; reading the notice on the way does not. */
function leavesWriting(request: Request): boolean {
  if (request.intent === 'privacy') return (request.slots.action ?? 'notice') !== 'notice';
  return request.intent !== 'give_feedback';
}

async function runNow(handling: Handling): Promise<Outcome> {
  return handling.kind === 'now' ? handling.outcome : await handling.run();
}
