import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import type { Clock } from '../clock.ts';
import type { Cards } from '../flex/cards.ts';
import type { LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { takeBackNote } from '../measures/take-back-note.ts';
import { NotAllowedError } from '../people/acting-staff.ts';
import { rememberFollow, rememberUnfollow, type Moment } from '../people/following.ts';
import { mayActAs } from '../people/role.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { CommentWait, InputWait, Waiting } from '../people/waiting.ts';
import { waiting } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import { NEEDED_ROLE } from './access.ts';
import { addressedText } from './addressed-text.ts';
import type { AnswerContext, Input, Knowledge, NeedsStore, Reply, User, Write } from './answer.ts';
import { answerTo } from './answers/answers.ts';
import { personalReply } from './answers/card-reply.ts';
import { askForWords } from './answers/feedback/change-answer.ts';
import { notAComment } from './answers/feedback/comment.ts';
import { givenCard } from './answers/feedback/given.ts';
import { note } from './answers/feedback/note.ts';
import { inputDropped } from './answers/input-dropped.ts';
import { nonText } from './answers/non-text.ts';
import { notAllowed } from './answers/not-allowed.ts';
import { welcome } from './answers/welcome.ts';
import { CommonQuestions } from './common-questions.ts';
import { Comments, type Stored } from './feedback/comments.ts';
import type { Desk } from './feedback/desk.ts';
import { subjectOfFeedback, subjectOfKey, type Subject } from './feedback/subject.ts';
import { isCode, isSkip, LONGEST_WISH, readWaitedText } from './feedback/waited-text.ts';
import type { WaitingList } from './waiting-list.ts';
import { decodePostback } from './postback.ts';
import type { Handling, Outcome } from './reception.ts';
import { ReplyMemory } from './reply-memory.ts';
import type { Intent, Request } from './request.ts';
import { codeIn } from './understand/join-code.ts';
import { understand } from './understand/understand.ts';
import { workPhrase } from './understand/work-phrases.ts';

export interface ConversationOptions {
  readonly store: AgencyStore;
  /** For answers that look into the store first. */
  readonly desk: Desk;
  /** For whom the chat waits. */
  readonly waitingList: WaitingList;
  /** Who works here, by LINE user id. */
  readonly staff: (userId: string) => StaffMember | undefined;
  /** What is published now. */
  readonly knowledge: () => Knowledge;
  readonly cards: Cards;
  /** Origin under which people reach this server; undefined: not known. */
  readonly publicUrl?: string | undefined;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Said when an answer failed by a fault of ours: delivering the event again would fail again. */
const APOLOGY = JSON.stringify([{ type: 'text', text: 'ขออภัย ระบบขัดข้องชั่วคราว กรุณาลองใหม่อีกครั้ง หรือติดต่อหน่วยงานโดยตรง' }]);
const SILENCE: Handling = { kind: 'now', outcome: { messagesJson: undefined } };
/** A reply in which it may also be said outright that what the chat waits for stays as it is. */
type Said = Omit<Reply, 'waitFor'> & { readonly waitFor?: Reply['waitFor'] | undefined };
/** What came with a request besides its slots. */
type Given = Pick<AnswerContext, 'input' | 'date'>;
type NonText = Extract<LineEvent['content'], { kind: 'non-text' }>;
const NO_WORDS: Reply = { messages: [], writes: [] };

/** What counts even if another module talks: who follows, who left, and what somebody took back. */
const HEARD_IN_STANDBY: ReadonlySet<string> = new Set(['follow', 'unfollow', 'unsend']);

/** Store errors that the same event would meet again, so that a redelivery is of no use. */
const LASTING = new Set(['invalid', 'too-large', 'not-found', 'already-exists']);

/** Counted together: `/metrics` is public, and in a small agency a single report could be told from its time alone. */
const UNTOLD: ReadonlySet<Intent> = new Set([
  ...(['report_corruption', 'privacy', 'unsubscribe', 'give_feedback'] as const),
  ...(['register_staff', 'join_staff'] as const),
]);

/** What staff do is counted as one, too: one officer's day should not be read from outside. */
function countedAs(intent: Intent): string {
  if (NEEDED_ROLE[intent] !== 'citizen') return 'work';
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
        return this.#asWaited(event, text, request) ?? this.#answer(event, request);
      }
      case 'postback': {
        const request = decodePostback(content.data) ?? { intent: 'help', slots: {} };
        const given = content.date === undefined ? {} : { date: content.date };
        return this.#answer(event, request, this.#leaves(event, request), given);
      }
      case 'unsend':
        return source.type === 'user' ? this.#unsent(event, content.messageId) : SILENCE;
      case 'non-text':
        return source.type === 'user' ? this.#nonText(event, content) : SILENCE;
      case 'follow':
        return this.#say(
          event,
          event.standby ? NO_WORDS : welcome(this.#context(event)),
          userId === undefined ? undefined : rememberFollow(userId, this.#moment(event)),
        );
      case 'join':
        return this.#say(event, welcome(this.#context(event), 'group'));
      case 'unfollow':
        if (!userId) return SILENCE;
        return this.#remember(event, [rememberUnfollow(userId, this.#moment(event))], { messagesJson: undefined });
      case 'menu-switch':
      case 'other':
        return SILENCE;
    }
  }

  #understand(text: string): Request {
    const today = this.#fiscalYear();
    return this.#questions.read(text, today, () => understand(text, { today }).request);
  }

  /** `leaves`: what the chat waits for whatever is answered; null: for nothing any more. */
  #answer(event: LineEvent, request: Request, leaves?: Waiting | null, given: Given = {}): Handling {
    this.#options.metrics.requests.inc({ intent: countedAs(request.intent) });
    const context = { ...this.#context(event), ...given };
    const refused = refusal(request, context);
    if (refused) return this.#say(event, { waitFor: leaves, ...refused });
    const knowledge = this.#options.knowledge();
    const fiscalYear = this.#fiscalYear();
    const remembered = this.#memory.find(request, knowledge, fiscalYear);
    if (remembered !== undefined) return this.#tell(event, { messagesJson: remembered }, [], leaves);
    const result = answerTo(request, context);
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
    if (waitFor === null && this.#waitsFor(event, userId) === undefined) return this.#remember(event, writes, outcome);
    let now: Waiting | undefined = waitFor ?? undefined;
    const wait: Write = async (tx) => {
      const known = event.redelivered && waitFor !== null ? await tx.get(waiting, userId) : undefined;
      if (waitFor === null) await tx.delete(waiting, userId);
      else if (known && isOver(waitFor, known)) now = known;
      else await tx.set(waiting, userId, waitFor);
    };
    return this.#remember(event, [...writes, wait], outcome, () => waitingList.changed(userId, now));
  }

  async #finish(event: LineEvent, result: NeedsStore, leaves: Waiting | null | undefined): Promise<Outcome> {
    return runNow(this.#say(event, { waitFor: leaves, ...(await result.finish(this.#options.desk)) }));
  }

  /** What a message is while the chat waits for one, or undefined if it is a request like any other. */
  #asWaited(event: LineEvent, text: string, request: Request): Handling | undefined {
    const { user } = this.#context(event);
    if (!user) return undefined;
    const waits = this.#waitsFor(event, user.id);
    if (!waits) return this.#asCommentAgain(event, request);
    if (waits.for === 'input') return this.#asInput(event, text, request, waits);
    return this.#asComment(event, text, request, waits, user);
  }

  /** Words for a request that waits for them. A wish that is owed to everybody, a code and a request of staff go before. */
  #asInput(event: LineEvent, text: string, request: Request, waits: InputWait): Handling {
    if (isSkip(text)) return this.#say(event, { ...inputDropped(this.#context(event)), waitFor: null });
    if (goesBefore(request, text) && !isAwaitedCode(text, waits))
      return this.#answer(event, request, this.#leaves(event, request));
    return this.#takeInput(event, waits, { kind: 'words', text, messageId: messageIdOf(event) });
  }

  #takeInput(event: LineEvent, waits: InputWait, input: Input): Handling {
    const request = decodePostback(waits.request) ?? { intent: 'help', slots: {} };
    return this.#answer(event, request, { ...waits, takenBy: event.id }, { input });
  }

  /** What the chat waits for from that user when this event comes; what another event has brought is waited for no more. */
  #waitsFor(event: LineEvent, userId: string): Waiting | undefined {
    const waits = this.#options.waitingList.of(userId, event.timestampMs);
    const taken = waits?.for === 'input' && waits.takenBy !== undefined && waits.takenBy !== event.id;
    return taken ? undefined : waits;
  }

  #nonText(event: LineEvent, content: NonText): Handling {
    const context = this.#context(event);
    const { user } = context;
    const waits = user && this.#waitsFor(event, user.id);
    if (waits?.for === 'input' && waits.picture && content.messageType === 'image' && content.messageId !== undefined)
      return this.#takeInput(event, waits, { kind: 'picture', messageId: content.messageId });
    return this.#say(event, nonText(content.messageType, context));
  }

  /** Null if a tap means that nothing more is to be written; reading the notice on the way does not. */
  #leaves(event: LineEvent, request: Request): null | undefined {
    const userId = privateUser(event);
    const waits = userId === undefined ? undefined : this.#waitsFor(event, userId);
    const onTheWay = request.intent === 'privacy' && (request.slots.action ?? 'notice') === 'notice';
    const sameAnswer = waits?.for !== 'input' && request.intent === 'give_feedback';
    return onTheWay || sameAnswer ? undefined : null;
  }

  #asComment(event: LineEvent, text: string, request: Request, waits: CommentWait, user: User): Handling {
    const context = this.#context(event);
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

  async #takeComment(
    event: LineEvent,
    text: string,
    request: Request,
    waits: CommentWait,
    user: User,
  ): Promise<Outcome> {
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
      const userId = privateUser(event);
      if (userId !== undefined && this.#options.staff(userId))
        await takeBackNote(this.#options.store, messageId, event.timestampMs);
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
        if (error instanceof NotAllowedError)
          return runNow(this.#say(event, { ...notAllowed(error.needed, this.#context(event)), waitFor: null }));
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
      publicUrl: this.#options.publicUrl,
      user: id === undefined ? undefined : this.#user(event, id),
    };
  }

  #user(event: LineEvent, id: string): User {
    const { id: eventId, redelivered } = event;
    return { id, eventId, ...this.#moment(event), redelivered, staff: this.#options.staff(id) };
  }

  #moment(event: LineEvent): Moment {
    return { eventMs: event.timestampMs, nowMs: this.#options.clock().getTime() };
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

/** Undefined if whoever asks may ask that. */
function refusal({ intent }: Request, context: AnswerContext): Reply | undefined {
  const needed = NEEDED_ROLE[intent];
  if (needed === 'citizen' || mayActAs(context.user?.staff?.role ?? 'citizen', needed)) return undefined;
  return context.user ? notAllowed(needed, context) : personalReply(context, 'only-in-private', {});
}

/** What is never taken for the words that are waited for. */
function goesBefore(request: Request, text: string): boolean {
  const wish = request.intent === 'unsubscribe' || request.intent === 'privacy';
  return isCode(request) || (wish && text.trim().length <= LONGEST_WISH) || workPhrase(text) !== undefined;
}

/** True if what a tap, delivered again, waits for has been brought already: `known` is that same wait. */
function isOver(waitFor: Waiting, known: Waiting): boolean {
  if (waitFor.for !== 'input' || known.for !== 'input' || known.takenBy === undefined) return false;
  return known.request === waitFor.request && known.untilMs === waitFor.untilMs && waitFor.takenBy === undefined;
}

/** The code of an invitation by itself looks like one of a service point; it is the former when that was asked for. */
function isAwaitedCode(text: string, waits: InputWait): boolean {
  return decodePostback(waits.request)?.intent === 'join_staff' && codeIn(text) !== undefined;
}

async function runNow(handling: Handling): Promise<Outcome> {
  return handling.kind === 'now' ? handling.outcome : await handling.run();
}
