import { entryOfEvent } from '../../../audit/entry-of-event.ts';
import { answerFeedback, type AnswerOutcome } from '../../../feedback/answer-feedback.ts';
import { markOf } from '../../../feedback/seen.ts';
import type { Waiting } from '../../../people/waiting.ts';
import { waiting } from '../../../store/collections.ts';
import type { Transaction } from '../../../store/port.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import { decodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { officersDeed } from '../officers-deed.ts';
import { nothingThere } from '../nothing-there.ts';
import { previewAnswer } from './answer-item.ts';
import { itemCard, type Item } from './item-card.ts';
import { ofItem } from './of-item.ts';

/** The button: which words, to what as it was seen. */
type Button = Pick<Slots<'feedback_item'>, 'ref' | 'seen' | 'draft'>;
/** `no-draft`: there are no words to this piece (any more); `other-draft`: there are, but not those of the button. Nothing is sent. */
type Sent =
  | { readonly kind: 'no-draft' }
  | { readonly kind: 'other-draft'; readonly draft: string }
  | { readonly kind: 'tried'; readonly draft: string; readonly outcome: AnswerOutcome };

/**
 * "ส่งคำตอบ": sends the words that were shown, in one transaction with the audit, if the piece is still what the officer has seen. If another
 * has answered or the words have changed meanwhile, that is shown, and the draft is kept to be sent all the same or not.
 */
export function sendAnswer(button: Button, officer: Officer, context: AnswerContext): NeedsStore {
  return ofItem(button.ref, context, async (item, { store }) => {
    const sent = await store.transaction((tx) => send(tx, item, button, officer));
    if (sent.kind === 'no-draft') return itemCard('no-draft', item, officer, context);
    if (sent.kind === 'other-draft') return previewAnswer(item, sent.draft, button.seen, officer, context);
    return tell(sent.outcome, sent.draft, button, item, officer, context);
  });
}

async function send(tx: Transaction, { id }: Item, { ref, seen = '', draft }: Button, officer: Officer): Promise<Sent> {
  const deed = await officersDeed(tx, officer, 'staff');
  const done = await entryOfEvent(tx, officer.eventId);
  const words = done ? '' : draftOf(await tx.get(waiting, officer.id), ref, officer.eventMs);
  if (words === undefined) return { kind: 'no-draft' };
  if (!done && markOf(words) !== draft) return { kind: 'other-draft', draft: words };
  const outcome = await answerFeedback(tx, deed, id, words, seen);
  if (outcome.kind === 'answered') await tx.delete(waiting, officer.id);
  return { kind: 'tried', draft: words, outcome };
}

/** The words that wait to be sent to this very piece. */
function draftOf(waits: Waiting | undefined, ref: string, eventMs: number): string | undefined {
  if (waits?.for !== 'input' || waits.untilMs < eventMs) return undefined;
  const request = decodePostback(waits.request);
  return request?.intent === 'feedback_item' && request.slots.ref === ref ? waits.draft : undefined;
}

function tell(
  outcome: AnswerOutcome,
  draft: string,
  { seen }: Button,
  item: Item,
  officer: Officer,
  context: AnswerContext,
): Reply {
  switch (outcome.kind) {
    case 'unknown':
      return nothingThere('feedback', context);
    case 'hidden':
      return itemCard(null, { ...item, now: outcome.now }, officer, context);
    case 'answered':
      return itemCard('answered', { ...item, now: outcome.now }, officer, context);
    case 'changed':
      return previewAnswer({ ...item, now: outcome.now }, draft, seen, officer, context);
  }
}
