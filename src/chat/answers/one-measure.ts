import type { Measure } from '../../measures/measure.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { answersWords, progressWords, statusWords, visibleMeasures } from '../card-data/measures.ts';
import { linkable } from '../../linkable.ts';
import { pictureShown } from '../card-data/measure-pictures.ts';
import { sourceOf } from '../card-data/source.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { cardReply } from './card-reply.ts';

/** Steps are up to 500 characters each; more than these would fill a phone screen many times over. */
const STEPS_ON_A_CARD = 6;

/** One measure: what is done, by whom, how far it has come. */
export function oneMeasure(measure: Measure, context: AnswerContext): Reply {
  const { fiscalYear: year, no, percent, lastNote } = measure;
  const siblings = visibleMeasures(context.knowledge)
    .filter((other) => other.fiscalYear === year)
    .map((other) => other.no);
  const at = siblings.indexOf(no);
  const promisedBy = context.knowledge.assessments.find((result) => result.fiscalYear === measure.promisedIn);
  return cardReply(context, 'measure', {
    year,
    no,
    title: measure.title,
    percent,
    status: statusWords(measure),
    spoken: progressWords(measure),
    progressAt: measure.progressAt,
    owner: measure.owner,
    period: measure.period,
    answers: answersWords(measure),
    steps: measure.steps.slice(0, STEPS_ON_A_CARD),
    moreSteps: Math.max(0, measure.steps.length - STEPS_ON_A_CARD),
    followUp: measure.followUp,
    due: measure.dueDate === null ? null : `${measure.dueDate}T00:00:00+07:00`,
    because: measure.stoppedBecause,
    note: lastNote?.text ?? null,
    noteAt: lastNote?.at ?? null,
    link: linkable(lastNote?.link),
    photo: pictureShown(lastNote?.picture, context),
    goesOn: goingOn(measure),
    comment: encodePostback('give_feedback', about(measure)),
    source: promisedBy ? sourceOf(promisedBy) : null,
    reportYear: promisedBy?.fiscalYear ?? null,
    previous: siblings[at - 1] ?? null,
    next: siblings[at + 1] ?? null,
  });
}

/** What a comment on the measure is about: what the measure answers. */
function about({ indicators, items }: Measure): Slots<'give_feedback'> {
  const [indicator] = indicators;
  const [code] = items;
  if (indicator !== undefined) return { indicator };
  return code === undefined ? {} : { code };
}

/** The measure of the next year as which this one goes on. */
function goingOn({ carriedTo }: Measure): { readonly year: number; readonly data: string } | null {
  if (carriedTo === null) return null;
  const [year = 0, measure = 0] = carriedTo.split('-').map(Number);
  return { year, data: encodePostback('measure_progress', { measure, year }) };
}
