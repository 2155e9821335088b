import { divisionName, divisionsOf } from '../../../agency/division.ts';
import { handFeedback } from '../../../feedback/hand-feedback.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import { pageOf } from '../../card-data/page-of.ts';
import { encodePostback } from '../../postback.ts';
import type { Officer } from '../as-officer.ts';
import { officersDeed } from '../officers-deed.ts';
import { personalReply } from '../card-reply.ts';
import { nothingThere } from '../nothing-there.ts';
import { itemCard, type Item } from './item-card.ts';
import { ofItem } from './of-item.ts';

/** Divisions on one card. */
const ROWS = 10;

/** What was tapped: a division, nobody in particular (null), or a page of those there are. */
interface To {
  readonly division: string | null | undefined;
  readonly page?: number | undefined;
}

/** Hands it to a division, or makes it nobody's in particular. Without one, or with one that the agency has not (any more): asks which. */
export function handItem(ref: string, { division, page }: To, officer: Officer, context: AnswerContext): NeedsStore {
  const { agency } = context.knowledge;
  const known = division === null || divisionsOf(agency).some(({ id }) => id === division);
  return ofItem(ref, context, async (item, { store }) => {
    if (division === undefined || !known) return chooseDivision(item, page, context);
    const now = await store.transaction(async (tx) =>
      handFeedback(tx, await officersDeed(tx, officer, 'staff'), item.id, division, (id) => divisionName(agency, id)),
    );
    return now ? itemCard('handed', { ...item, now }, officer, context) : nothingThere('feedback', context);
  });
}

function chooseDivision({ ref, now }: Item, page: number | undefined, context: AnswerContext): Reply {
  const { agency } = context.knowledge;
  const others = divisionsOf(agency).filter(({ id }) => id !== now.division);
  const { rows, more } = pageOf(others, page, ROWS, 'สังกัด', (next) =>
    encodePostback('feedback_item', { ref, act: 'hand', page: next }),
  );
  return personalReply(context, 'feedback-item-hand', {
    now: now.division === undefined ? null : divisionName(agency, now.division),
    rows: rows.map(({ id, name }) => ({
      name,
      data: encodePostback('feedback_item', { ref, act: 'hand', division: id }),
    })),
    more,
    nobody: now.division === undefined ? null : encodePostback('feedback_item', { ref, act: 'unhand' }),
    back: encodePostback('feedback_item', { ref }),
  });
}
