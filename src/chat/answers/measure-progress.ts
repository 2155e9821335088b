import type { Measure } from '../../measures/measure.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { answersWords, progressWords, statusWords, visibleMeasures } from '../card-data/measures.ts';
import { sourceOf } from '../card-data/source.ts';
import { cardReply } from './card-reply.ts';
import { measures } from './measures.ts';

/** Steps are up to 500 characters each; more than these would fill a phone screen many times over. */
const STEPS_ON_A_CARD = 6;

/** "มาตรการที่ 1 คืบหน้าแค่ไหน"; without a number, or with one that does not exist, the list with its states. */
export const measureProgress: Answer<'measure_progress'> = ({ measure: no, year, year_rel }, context) => {
  const all = visibleMeasures(context.knowledge);
  const same = all.filter((measure) => measure.no === no);
  const found =
    year === undefined
      ? same.at(-1)
      : (same.find((measure) => measure.fiscalYear === year) ?? same.find((measure) => measure.promisedIn === year));
  if (!found) {
    const asked = year === undefined ? {} : { year };
    return measures({ ...asked, ...(year_rel === undefined ? {} : { year_rel }) }, context);
  }
  return oneMeasure(found, all, context);
};

function oneMeasure(measure: Measure, all: readonly Measure[], context: AnswerContext): Reply {
  const { fiscalYear: year, no, percent } = measure;
  const siblings = all.filter((other) => other.fiscalYear === year).map((other) => other.no);
  const at = siblings.indexOf(no);
  const promisedBy = context.knowledge.assessments.find((result) => result.fiscalYear === measure.promisedIn);
  return cardReply(context, 'measure', {
    year,
    note: null,
    no,
    title: measure.title,
    percent,
    status: statusWords(measure),
    spoken: progressWords(measure),
    progressAt: measure.progressAt,
    owner: measure.owner,
    period: measure.period,
    answers: answersWords(measure),
    indicator: measure.indicators[0] ?? null,
    steps: measure.steps.slice(0, STEPS_ON_A_CARD),
    moreSteps: Math.max(0, measure.steps.length - STEPS_ON_A_CARD),
    followUp: measure.followUp,
    source: promisedBy ? sourceOf(promisedBy) : null,
    previous: siblings[at - 1] ?? null,
    next: siblings[at + 1] ?? null,
  });
}
