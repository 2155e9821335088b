import type { LineEvent } from '../line/webhook-event.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { rememberFollow, rememberUnfollow } from '../people/following.ts';
import { mayActAs } from '../people/role.ts';
import type { Waiting } from '../people/waiting.ts';
import type { AgencyStore } from '../store/port.ts';
import { NEEDED_ROLE } from './access.ts';
import { addressedText } from './addressed-text.ts';
import type { AnswerContext, NeedsStore, Reply } from './answer.ts';
import { answerTo } from './answers/answers.ts';
import { personalReply } from './answers/card-reply.ts';
import { nonText } from './answers/non-text.ts';
import { notAllowed } from './answers/not-allowed.ts';
import { welcome } from './answers/welcome.ts';
import { AwaitedMessages, type Given } from './awaited-messages.ts';
import { CommonQuestions } from './common-questions.ts';
import { countedAs } from './counted-as.ts';
import { DurableReplies, runNow } from './durable-replies.ts';
import { EventContexts, type EventContextsOptions } from './event-contexts.ts';
import type { Desk } from './feedback/desk.ts';
import { meantByCitizen } from './meant-by-citizen.ts';
import { decodePostback } from './postback.ts';
import { privateUser } from './private-user.ts';
import type { Handling, Outcome } from './reception.ts';
import { ReplyMemory } from './reply-memory.ts';
import type { Request } from './request.ts';
import { understand } from './understand/understand.ts';
import type { WaitingList } from './waiting-list.ts';

export interface ConversationOptions extends EventContextsOptions {
  readonly store: AgencyStore;
  /** For answers that look into the store first. */
  readonly desk: Desk;
  /** For whom the chat waits. */
  readonly waitingList: WaitingList;
  readonly metrics: Metrics;
  readonly log: Log;
}

type NonText = Extract<LineEvent['content'], { kind: 'non-text' }>;

const SILENCE: Handling = { kind: 'now', outcome: { messagesJson: undefined } };
const NO_WORDS: Reply = { messages: [], writes: [] };

/** What counts even if another module talks: who follows, who left, and what somebody took back. */
const HEARD_IN_STANDBY: ReadonlySet<string> = new Set(['follow', 'unfollow', 'unsend']);

/** Turns events into what to say and what to remember. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #questions = new CommonQuestions();
  readonly #memory = new ReplyMemory();
  readonly #contexts: EventContexts;
  readonly #replies: DurableReplies;
  readonly #awaited: AwaitedMessages;

  constructor(options: ConversationOptions) {
    const { store, waitingList, metrics, log } = options;
    this.#options = options;
    this.#contexts = new EventContexts(options);
    const contextOf = (event: LineEvent): AnswerContext => this.#contexts.of(event);
    this.#replies = new DurableReplies({ store, waitingList, contextOf, metrics, log });
    this.#awaited = new AwaitedMessages({
      store,
      waitingList,
      contextOf,
      replies: this.#replies,
      answer: (event, request, leaves, given) => this.#answer(event, request, leaves, given),
    });
  }

  /** Decides about one event. Never throws: a fault is logged, counted and answered with an apology. */
  handle(event: LineEvent): Handling {
    try {
      const handling = this.#decide(event);
      this.#options.metrics.events.inc({ type: event.type, outcome: handling === SILENCE ? 'ignored' : 'handled' });
      return handling;
    } catch (error) {
      return { kind: 'now', outcome: this.#replies.apologise(event, error) };
    }
  }

  #decide(event: LineEvent): Handling {
    const { source, content } = event;
    if (!source) return SILENCE;
    // Another module talks in this chat: nothing may be said, but who follows and who left has to be known all the same.
    if (event.standby && !HEARD_IN_STANDBY.has(content.kind)) return SILENCE;
    const userId = privateUser(event);
    switch (content.kind) {
      case 'text': {
        const text = source.type === 'user' ? content.text : addressedText(content);
        if (text === undefined) return SILENCE;
        const request = this.#understand(text, event);
        return this.#awaited.text(event, text, request) ?? this.#answer(event, request);
      }
      case 'postback': {
        const request = decodePostback(content.data) ?? { intent: 'help', slots: {} };
        const given = content.date === undefined ? {} : { date: content.date };
        return this.#answer(event, request, this.#awaited.leftBy(event, request), given);
      }
      case 'unsend':
        return source.type === 'user' ? this.#awaited.unsent(event, content.messageId) : SILENCE;
      case 'non-text':
        return source.type === 'user' ? this.#nonText(event, content) : SILENCE;
      case 'follow':
        return this.#replies.say(
          event,
          event.standby ? NO_WORDS : welcome(this.#contexts.of(event)),
          userId === undefined ? undefined : rememberFollow(userId, this.#contexts.moment(event)),
        );
      case 'join':
        return this.#replies.say(event, welcome(this.#contexts.of(event), 'group'));
      case 'unfollow':
        if (!userId) return SILENCE;
        return this.#replies.say(event, NO_WORDS, rememberUnfollow(userId, this.#contexts.moment(event)));
      case 'menu-switch':
      case 'other':
        return SILENCE;
    }
  }

  #understand(text: string, event: LineEvent): Request {
    const today = this.#contexts.fiscalYear();
    const request = this.#questions.read(text, today, () => understand(text, { today }).request);
    const { user } = this.#contexts.of(event);
    return user && !user.staff ? meantByCitizen(request) : request;
  }

  /** `leaves`: what the chat waits for whatever is answered; null: for nothing any more. */
  #answer(event: LineEvent, request: Request, leaves?: Waiting | null, given: Given = {}): Handling {
    this.#options.metrics.requests.inc({ intent: countedAs(request.intent) });
    const context = { ...this.#contexts.of(event), ...given };
    const refused = refusal(request, context);
    if (refused) return this.#replies.say(event, { waitFor: leaves, ...refused });
    const { knowledge, currentFiscalYear } = context;
    const remembered = this.#memory.find(request, knowledge, currentFiscalYear);
    if (remembered !== undefined) return this.#replies.tell(event, { messagesJson: remembered }, [], leaves);
    const result = answerTo(request, context);
    if ('needs' in result) return this.#replies.durable(event, () => this.#finish(event, result, leaves));
    const handling = this.#replies.say(event, { waitFor: leaves, ...result });
    if (handling.kind === 'now' && result.personal !== true && handling.outcome.messagesJson !== undefined) {
      this.#memory.keep(request, knowledge, currentFiscalYear, handling.outcome.messagesJson);
    }
    return handling;
  }

  async #finish(event: LineEvent, result: NeedsStore, leaves: Waiting | null | undefined): Promise<Outcome> {
    const reply = await result.finish(this.#options.desk);
    return runNow(this.#replies.say(event, { waitFor: leaves, ...reply }));
  }

  #nonText(event: LineEvent, { messageType, messageId }: NonText): Handling {
    const awaited =
      messageType === 'image' && messageId !== undefined ? this.#awaited.picture(event, messageId) : undefined;
    return awaited ?? this.#replies.say(event, nonText(messageType, this.#contexts.of(event)));
  }
}

/** Undefined if whoever asks may ask that. */
function refusal({ intent }: Request, context: AnswerContext): Reply | undefined {
  const needed = NEEDED_ROLE[intent];
  if (needed === 'citizen' || mayActAs(context.user?.staff?.role ?? 'citizen', needed)) return undefined;
  return context.user ? notAllowed(needed, context) : personalReply(context, 'only-in-private', {});
}
