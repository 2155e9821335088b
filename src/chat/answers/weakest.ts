import type { Assessment } from '../../assessment/assessment.ts';
import { formatScore } from '../../assessment/round.ts';
import { findWeaknesses } from '../../assessment/weaknesses.ts';
import type { Answer } from '../answer.ts';
import { pageOf } from '../card-data/page-of.ts';
import { weaknessPage } from '../card-data/weakness.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { inPublishedYear } from './in-published-year.ts';

/** Bubbles beside each other; with the one that leads on this keeps a carousel under LINE's 12 bubbles and 50 KB. */
const BUBBLES = 6;

/** "เราอ่อนเรื่องอะไร": what is weak, why it matters, what is being done. */
export const weakest: Answer<'weakest'> = (slots, context) =>
  inPublishedYear(
    slots,
    context,
    (year) => encodePostback('weakest', { ...limit(slots.n), year }),
    (assessment, data) => {
      const year = assessment.fiscalYear;
      const all = findWeaknesses(assessment, {
        previous: yearBefore(context.knowledge.assessments, year),
        limit: slots.n,
      });
      const page = pageOf(all, slots.page, BUBBLES, 'เรื่อง', (next) =>
        encodePostback('weakest', { ...limit(slots.n), year, page: next }),
      );
      const pages = page.rows.map((weakness, index) => ({
        ...weaknessPage(weakness, assessment, context.knowledge),
        place: `${page.start + index + 1} จาก ${page.total}`,
        first: index === 0,
      }));
      return cardReply(context, 'weaknesses', {
        ...data,
        // The same link on every bubble would cost a carousel most of its 50 KB; each one's details have it.
        source: { title: data.source.title, url: null },
        pages,
        more: page.more,
        spoken: pages
          .map(({ spoken, score }) => (score === null ? spoken : `${spoken} ${formatScore(score)}`))
          .join(', '),
      });
    },
  );

function limit(n: number | undefined): { n?: number } {
  return n === undefined ? {} : { n };
}

function yearBefore(assessments: readonly Assessment[], year: number): Assessment | undefined {
  return assessments.findLast((assessment) => assessment.fiscalYear < year);
}
