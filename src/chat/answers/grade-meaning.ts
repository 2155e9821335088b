import type { Assessment } from '../../assessment/assessment.ts';
import { framework } from '../../assessment/framework.ts';
import { levelMeaning, levelScale, type LevelScale } from '../../assessment/levels.ts';
import { formatScore } from '../../assessment/round.ts';
import type { Answer, AnswerContext } from '../answer.ts';
import { sourceOf } from '../card-data/source.ts';
import { publishedYear } from '../published-year.ts';
import type { Slots } from '../request.ts';
import { cardReply } from './card-reply.ts';

/** Years in which a scale has been seen in use; shown when a level of the other scale is asked about. */
const SCALE_YEAR = { letters: 2565, words: 2568 } as const;

/** "ระดับ AA คือกี่คะแนนขึ้นไป", "85 คะแนนถือว่าผ่านไหม". */
export const gradeMeaning: Answer<'grade_meaning'> = (slots, context) => {
  const asked = slots.grade === undefined ? undefined : levelMeaning(slots.grade);
  const { year, scale } = scaleFor(slots, asked?.kind, context);
  const ours = resultOnScale(scale.kind, year, context.knowledge.assessments);
  const score = ours?.overall?.value ?? null;
  const { target } = framework(year);
  return cardReply(context, 'levels', {
    year,
    note: null,
    source: ours ? sourceOf(ours) : null,
    scale: scale.note,
    unknown: slots.grade !== undefined && !asked ? slots.grade : null,
    levels: scale.levels.map((level) => ({
      name: level.name,
      meaning: level.meaning,
      asked: level.name === asked?.name,
      ours: score !== null && level.name === ours?.level.printed,
    })),
    ours: ours && score !== null ? { year: ours.fiscalYear, score } : null,
    passed: score === null ? null : score >= target,
    target,
    spoken: asked ? `${asked.name} คือ${asked.meaning}` : `เป้าหมายคือ ${formatScore(target)} คะแนนขึ้นไป`,
  });
};

/** The scale of the year that is meant, or the one that has the level that is asked about. */
function scaleFor(
  slots: Slots<'grade_meaning'>,
  askedKind: 'letters' | 'words' | undefined,
  { knowledge, currentFiscalYear }: AnswerContext,
): { year: number; scale: LevelScale } {
  const published = publishedYear(slots, knowledge.assessments, currentFiscalYear);
  const year =
    slots.year ??
    (published.kind === 'found' ? published.assessment.fiscalYear : (published.asked ?? currentFiscalYear));
  const scale = levelScale(year);
  if (askedKind === undefined || scale.kind === askedKind) return { year, scale };
  return { year: SCALE_YEAR[askedKind], scale: levelScale(SCALE_YEAR[askedKind]) };
}

/** The agency's own result of that year, else its newest on the same scale. */
function resultOnScale(
  kind: LevelScale['kind'],
  year: number,
  assessments: readonly Assessment[],
): Assessment | undefined {
  return (
    assessments.find((assessment) => assessment.fiscalYear === year) ??
    assessments.findLast((assessment) => levelScale(assessment.fiscalYear).kind === kind)
  );
}
