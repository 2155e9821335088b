import type { LineEvent } from '../line/webhook-event.ts';
import { takeBackNote } from '../measures/take-back-note.ts';
import type { CommentWait, InputWait, Waiting } from '../people/waiting.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AnswerContext, Input, User } from './answer.ts';
import { askForWords } from './answers/feedback/change-answer.ts';
import { notAComment } from './answers/feedback/comment.ts';
import { givenCard } from './answers/feedback/given.ts';
import { note } from './answers/feedback/note.ts';
import { inputDropped } from './answers/input-dropped.ts';
import { runNow, type DurableReplies } from './durable-replies.ts';
import { Comments, type Stored } from './feedback/comments.ts';
import { subjectOfFeedback, subjectOfKey, type Subject } from './feedback/subject.ts';
import { isCode, isSkip, isWish, readWaitedText } from './feedback/waited-text.ts';
import { onlyLooks } from './only-looks.ts';
import { decodePostback } from './postback.ts';
import { privateUser } from './private-user.ts';
import type { Handling, Outcome } from './reception.ts';
import type { Intent, Request } from './request.ts';
import { codeIn } from './understand/join-code.ts';
import { workPhrase } from './understand/work-phrases.ts';
import type { WaitingList } from './waiting-list.ts';

/** What came with a request besides its slots. */
export type Given = Pick<AnswerContext, 'input' | 'date'>;

export interface AwaitedMessagesOptions {
  readonly store: AgencyStore;
  /** For whom the chat waits. */
  readonly waitingList: WaitingList;
  readonly contextOf: (event: LineEvent) => AnswerContext;
  readonly replies: DurableReplies;
  /** `leaves`: what the chat waits for whatever is answered; null: for nothing any more. */
  readonly answer: (event: LineEvent, request: Request, leaves?: Waiting | null, given?: Given) => Handling;
}

/** Messages from people for whom the chat waits: for a comment, or for what is missing to a request. */
export class AwaitedMessages {
  readonly #options: AwaitedMessagesOptions;
  readonly #comments: Comments;

  constructor(options: AwaitedMessagesOptions) {
    this.#options = options;
    this.#comments = new Comments(options.store, options.waitingList);
  }

  /** What a text is while the chat waits for one, or undefined if it is a request like any other: `request`. */
  text(event: LineEvent, text: string, request: Request): Handling | undefined {
    const { user } = this.#options.contextOf(event);
    if (!user) return undefined;
    const waits = this.#options.waitingList.of(user.id, event);
    if (!waits) return this.#asCommentAgain(event, request);
    if (waits.for === 'input') return this.#asInput(event, text, request, waits);
    return this.#asComment(event, text, request, waits, user);
  }

  /** A picture that the chat waits for; undefined: it waits for none. */
  picture(event: LineEvent, messageId: string): Handling | undefined {
    const waits = this.#waitsFor(event);
    return waits?.for === 'input' && waits.picture
      ? this.#takeInput(event, waits, { kind: 'picture', messageId })
      : undefined;
  }

  /** A message was taken back: with it goes the comment or the note that it brought. */
  unsent(event: LineEvent, messageId: string): Handling {
    const { replies, store, contextOf } = this.#options;
    return replies.durable(event, async () => {
      await this.#comments.unsend(messageId);
      if (contextOf(event).user?.staff) await takeBackNote(store, messageId, event.timestampMs);
      return { messagesJson: undefined };
    });
  }

  /**
   * Null if a tap means that nothing more is to be written; reading the notice on the way does not, and urgent news that wait for their
   * yes are kept while something is only looked at.
   */
  leftBy(event: LineEvent, request: Request): null | undefined {
    const onTheWay = request.intent === 'privacy' && (request.slots.action ?? 'notice') === 'notice';
    const waits = this.#waitsFor(event);
    const sameAnswer = waits?.for !== 'input' && request.intent === 'give_feedback';
    const keptNews = waits?.for === 'input' && isNewsToSend(waits) && onlyLooks(request);
    return onTheWay || sameAnswer || keptNews ? undefined : null;
  }

  #waitsFor(event: LineEvent): Waiting | undefined {
    const userId = privateUser(event);
    return userId === undefined ? undefined : this.#options.waitingList.of(userId, event);
  }

  /** Words for a request that waits for them. A wish that is owed to everybody, a code and a request of staff go before. */
  #asInput(event: LineEvent, text: string, request: Request, waits: InputWait): Handling {
    const { answer, contextOf, replies } = this.#options;
    if (isSkip(text, isToOthers(waits)))
      return replies.say(event, { ...inputDropped(askedBy(waits), contextOf(event)), waitFor: null });
    if (goesBefore(request, text, waits) && !isAwaitedCode(text, waits))
      return answer(event, request, this.leftBy(event, request));
    return this.#takeInput(event, waits, { kind: 'words', text, messageId: messageIdOf(event) });
  }

  #takeInput(event: LineEvent, waits: InputWait, input: Input): Handling {
    const request = decodePostback(waits.request) ?? { intent: 'help', slots: {} };
    return this.#options.answer(event, request, { ...waits, takenBy: event.id }, { input });
  }

  #asComment(event: LineEvent, text: string, request: Request, waits: CommentWait, user: User): Handling {
    const { answer, contextOf, replies } = this.#options;
    const context = contextOf(event);
    const subject = subjectOfKey(waits.subject);
    const read = readWaitedText(text, request, waits, context.currentFiscalYear);
    const ask = { replaces: false, anyway: waits.for === 'comment-anyway', tooLong: null };
    switch (read.kind) {
      case 'request':
        return answer(event, request, read.stillWaiting ? undefined : null);
      case 'withdraw':
        return answer(event, { intent: 'give_feedback', slots: { ...subject, act: 'withdraw' } }, null);
      case 'skip':
        return replies.say(event, { ...note('done', subject, context), waitFor: null });
      case 'corruption':
        return replies.say(event, notAComment(subject, context));
      case 'empty':
        return replies.say(event, askForWords(subject, context, ask));
      case 'too-long':
        return replies.say(event, askForWords(subject, context, { ...ask, tooLong: read.length }));
      case 'comment':
        return replies.durable(event, () => this.#takeComment(event, text, request, waits, user));
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
    return this.#thankOrAnswer(event, taken, () => subjectOfKey(waits.subject), request);
  }

  /** A message that LINE delivers again may be the comment that was taken before; the thanks may have been lost. */
  #asCommentAgain(event: LineEvent, request: Request): Handling | undefined {
    const messageId = messageIdOf(event);
    if (!event.redelivered || messageId === undefined) return undefined;
    return this.#options.replies.durable(event, async () => {
      const taken = await this.#comments.ofMessage(messageId);
      return this.#thankOrAnswer(event, taken, subjectOfFeedback, request);
    });
  }

  #thankOrAnswer(
    event: LineEvent,
    taken: Stored | undefined,
    subjectOf: (given: Stored['given']) => Subject,
    request: Request,
  ): Promise<Outcome> {
    const { answer, contextOf, replies } = this.#options;
    if (taken === undefined) return runNow(answer(event, request));
    const { id, given } = taken;
    return runNow(replies.say(event, givenCard('comment', subjectOf(given), id, given, contextOf(event))));
  }
}

function messageIdOf({ content }: LineEvent): string | undefined {
  return content.kind === 'text' ? content.messageId : undefined;
}

/** What is never taken for the words that are waited for. */
function goesBefore(request: Request, text: string, waits: InputWait): boolean {
  return isCode(request) || isWish(request, text, isToOthers(waits)) || workPhrase(text) !== undefined;
}

/** Whether the words that are waited for are meant for others than their writer. */
function isToOthers(waits: InputWait): boolean {
  const intent = askedBy(waits);
  return intent === 'urgent_news' || intent === 'feedback_item';
}

/** The code of an invitation by itself looks like one of a service point; it is the former when that was asked for. */
function isAwaitedCode(text: string, waits: InputWait): boolean {
  return askedBy(waits) === 'join_staff' && codeIn(text) !== undefined;
}

/** News in a manager's words that have been shown and wait to be sent. */
function isNewsToSend(waits: InputWait): boolean {
  return waits.draft !== undefined && askedBy(waits) === 'urgent_news';
}

function askedBy({ request }: InputWait): Intent | undefined {
  return decodePostback(request)?.intent;
}
