import { MAX_HIDDEN_BECAUSE } from '../../../feedback/feedback.ts';
import { hideFeedback } from '../../../feedback/hide-feedback.ts';
import { writtenText } from '../../../written-text.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { officersDeed } from '../officers-deed.ts';
import { waitForWords } from '../wait-for-words.ts';
import { personalReply } from '../card-reply.ts';
import { nothingThere } from '../nothing-there.ts';
import { itemCard, type Item } from './item-card.ts';
import { ofItem } from './of-item.ts';

type Why = NonNullable<Slots<'feedback_item'>['why']>;

/** The usual reasons, as they are kept. */
const REASONS: Readonly<Record<Why, string>> = {
  rude: 'ถ้อยคำหยาบคายหรือดูหมิ่น',
  spam: 'โฆษณาหรือข้อความรบกวน',
  private: 'มีข้อมูลส่วนตัวของบุคคล',
};

/** Asks why, by buttons or in the officer's own words; the reason hides it. */
export function hideItem(ref: string, why: Why | undefined, officer: Officer, context: AnswerContext): NeedsStore {
  const typed = context.input?.kind === 'words' ? writtenText(context.input.text).replaceAll(/\s+/g, ' ') : undefined;
  const reason = why === undefined ? typed : REASONS[why];
  return ofItem(ref, context, async (item, { store }) => {
    if (item.now.state === 'hidden' && reason === undefined) return itemCard(null, item, officer, context);
    if (reason === undefined) return askWhy(item, null, officer, context);
    if (reason === '') return askWhy(item, 'empty', officer, context);
    if (reason.length > MAX_HIDDEN_BECAUSE) return askWhy(item, 'long', officer, context);
    const outcome = await store.transaction(async (tx) =>
      hideFeedback(tx, await officersDeed(tx, officer, 'staff'), item.id, reason),
    );
    if (outcome.kind === 'unknown') return nothingThere('feedback', context);
    return itemCard(outcome.kind === 'done' ? 'hidden' : null, { ...item, now: outcome.now }, officer, context);
  });
}

function askWhy({ ref, now }: Item, wrong: 'empty' | 'long' | null, officer: Officer, context: AnswerContext): Reply {
  const data = encodePostback('feedback_item', { ref, act: 'hide' });
  return {
    ...personalReply(context, 'feedback-item-hide', {
      wrong,
      longest: MAX_HIDDEN_BECAUSE,
      comment: now.comment,
      reasons: Object.entries(REASONS).map(([why, text]) => ({
        text,
        data: encodePostback('feedback_item', { ref, act: 'hide', why: why as Why }),
      })),
      back: encodePostback('feedback_item', { ref }),
    }),
    waitFor: waitForWords(officer, data),
  };
}
