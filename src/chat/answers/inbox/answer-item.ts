import { MAX_REPLY } from '../../../feedback/feedback.ts';
import { writtenText } from '../../../written-text.ts';
import { markOf, seenOf } from '../../../feedback/seen.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { Officer } from '../as-officer.ts';
import { waitForWords } from '../wait-for-words.ts';
import { personalReply } from '../card-reply.ts';
import { itemCard, whatWasSaid, type Item } from './item-card.ts';
import { ofItem } from './of-item.ts';
import { toldAt } from './told-at.ts';

/**
 * Asks for the answer; the words that come are shown before they go out, because a citizen will read them. Nothing is sent yet.
 * @param seen What it was when the words were asked for.
 */
export function answerItem(
  ref: string,
  seen: string | undefined,
  officer: Officer,
  context: AnswerContext,
): NeedsStore {
  const words = context.input?.kind === 'words' ? writtenText(context.input.text) : undefined;
  return ofItem(ref, context, (item) => {
    if (item.now.state === 'hidden') return itemCard(null, item, officer, context);
    if (words === undefined) return askForAnswer(item, null, officer, context);
    if (words === '') return askForAnswer(item, 'empty', officer, context);
    return words.length > MAX_REPLY
      ? askForAnswer(item, words.length, officer, context)
      : previewAnswer(item, words, seen, officer, context);
  });
}

/** `wrong`: that nothing was written, or how long it was. */
function askForAnswer(item: Item, wrong: 'empty' | number | null, officer: Officer, context: AnswerContext): Reply {
  const { ref, now } = item;
  return {
    ...personalReply(context, 'feedback-item-answer', {
      wrong,
      longest: MAX_REPLY,
      ...whatWasSaid(now),
      comment: now.comment,
      reply: now.reply,
      back: encodePostback('feedback_item', { ref }),
    }),
    waitFor: waitForWords(officer, encodePostback('feedback_item', { ref, act: 'answer', seen: seenOf(now) })),
  };
}

/**
 * The answer as it would go out, beside what it answers; it says so if that is not any more what the officer had seen. Sending it is meant
 * for exactly these words and what is shown here.
 */
export function previewAnswer(
  { ref, now }: Item,
  draft: string,
  seen: string | undefined,
  officer: Officer,
  context: AnswerContext,
): Reply {
  const sees = seenOf(now);
  const request = encodePostback('feedback_item', { ref, act: 'answer', seen: sees });
  return {
    ...personalReply(context, 'feedback-item-preview', {
      changed: seen === undefined || seen === sees ? null : now.state === 'answered' ? 'answer' : 'words',
      draft,
      ...whatWasSaid(now),
      comment: now.comment,
      reply: now.reply,
      wish: now.wantsReply,
      toldAt: toldAt(now, officer, context.knowledge.agency),
      send: encodePostback('feedback_item', { ref, act: 'send', seen: sees, draft: markOf(draft) }),
      edit: encodePostback('feedback_item', { ref, act: 'answer' }),
      back: encodePostback('feedback_item', { ref }),
    }),
    waitFor: waitForWords(officer, request, draft),
  };
}
