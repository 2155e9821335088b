import type { Measure } from '../../measures/measure.ts';
import type { AnswerContext, Reply } from '../answer.ts';
import { answersWords, progressWords, statusWords, visibleMeasures } from '../card-data/measures.ts';
import { sourceOf } from '../card-data/source.ts';
import { cardReply } from './card-reply.ts';

/** Steps are up to 500 characters each; more than these would fill a phone screen many times over. */
const STEPS_ON_A_CARD = 6;

/** One measure: what is done, by whom, how far it has come. */
export function oneMeasure(measure: Measure, context: AnswerContext): Reply {
  const { fiscalYear: year, no, percent } = measure;
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
    indicator: measure.indicators[0] ?? null,
    steps: measure.steps.slice(0, STEPS_ON_A_CARD),
    moreSteps: Math.max(0, measure.steps.length - STEPS_ON_A_CARD),
    followUp: measure.followUp,
    source: promisedBy ? sourceOf(promisedBy) : null,
    reportYear: promisedBy?.fiscalYear ?? null,
    previous: siblings[at - 1] ?? null,
    next: siblings[at + 1] ?? null,
  });
}
