import type { Assessment } from '../../assessment/assessment.ts';
import { changeOf, compareYears as compare, type Comparison } from '../../assessment/comparison.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { formatScore } from '../../assessment/round.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import { changeRows, changeWords } from '../card-data/change.ts';
import { spokenScore } from '../card-data/figure.ts';
import { levelWords } from '../card-data/level.ts';
import { sourceOf } from '../card-data/source.ts';
import { subjectFigure, subjectName, subjectRequest, type Subject } from '../card-data/subject.ts';
import type { Slots } from '../request.ts';
import { cardReply } from './card-reply.ts';
import { noSuchIndicator } from './indicator-score.ts';

/** Years on one trend card: what a small phone shows without scrolling far, and what LINE's 30 KB hold with their sources. */
const MOST_YEARS = 10;

/** "เปรียบเทียบ 2565 กับ 2566", "พัฒนาการ 5 ปีย้อนหลัง". */
export const compareYears: Answer<'compare_years'> = (slots, context) => {
  if (slots.indicator !== undefined && !indicatorOf(slots.indicator)) return noSuchIndicator(slots.indicator, context);
  const { assessments } = context.knowledge;
  const newest = assessments.at(-1);
  if (!newest) return cardReply(context, 'nothing-published');

  const subject: Subject = { indicator: slots.indicator, instrument: slots.instrument };
  const { chosen, notes } = choose(slots, assessments);
  if (chosen.length < 2) return onlyOne(chosen[0] ?? newest, subject, notes, context);
  const [older, newer] = chosen;
  const whole = subject.indicator === undefined && subject.instrument === undefined;
  if (older && newer && chosen.length === 2 && whole) return twoYears(older, newer, notes, context);
  return trend(chosen, subject, notes, context);
};

/** The published results that are meant, oldest first, and what has to be said about those that are not there. */
function choose(
  { years, n_years }: Slots<'compare_years'>,
  assessments: readonly Assessment[],
): { chosen: readonly Assessment[]; notes: readonly string[] } {
  const asked = [...new Set(years ?? [])];
  const missing = asked
    .filter((year) => !assessments.some((assessment) => assessment.fiscalYear === year))
    .sort((a, b) => a - b);
  const notes = missing.length === 0 ? [] : [`ยังไม่มีผลปี ${missing.join(', ')} ที่เผยแพร่`];
  const found = assessments.filter((assessment) => asked.includes(assessment.fiscalYear));
  if (found.length >= 2) return { chosen: found, notes };
  // One year by name is set beside the newest other one; otherwise the newest ones count.
  const other = assessments.findLast((assessment) => assessment !== found[0]);
  if (found[0] && other) return { chosen: [found[0], other].sort((a, b) => a.fiscalYear - b.fiscalYear), notes };
  return { chosen: assessments.slice(-Math.max(2, n_years ?? 2)), notes };
}

function twoYears(older: Assessment, newer: Assessment, notes: readonly string[], context: AnswerContext): Reply {
  const comparison = compare(older, newer);
  const { older: before, newer: after } = comparison.level;
  const level = before === null || after === null ? null : `${before} → ${after}`;
  return cardReply(context, 'comparison', {
    from: older.fiscalYear,
    to: newer.fiscalYear,
    headline: `คะแนนรวม${changeWords(comparison.overall)}`,
    spoken: spokenChange(comparison),
    level,
    notes: [...notes, ...comparison.notes, ...(level === null ? [] : comparison.levelNotes)],
    groups: changeRows(comparison),
    sources: [sourceOf(older), sourceOf(newer)],
    several: context.knowledge.assessments.length > 2,
  });
}

function trend(all: readonly Assessment[], subject: Subject, notes: readonly string[], context: AnswerContext): Reply {
  const chosen = all.slice(-MOST_YEARS);
  const differences = asksPeople(subject)
    ? chosen.slice(1).flatMap((assessment, index) => compare(chosen[index] ?? assessment, assessment).notes)
    : [];
  const years = chosen.map((assessment) => ({
    year: assessment.fiscalYear,
    score: subjectFigure(subject, assessment)?.value ?? null,
    data: subjectRequest(subject, assessment.fiscalYear),
  }));
  return cardReply(context, 'trend', {
    name: subjectName(subject),
    headline: overTheYears(years),
    years,
    notes: [...new Set([...notes, ...differences])],
    left: all.length - chosen.length,
    spoken: years.map(({ year, score }) => `ปี ${year} ${score === null ? 'ไม่มีคะแนน' : formatScore(score)}`).join(', '),
    sources: chosen.map(sourceOf),
  });
}

/** For altText: `คะแนนรวมเพิ่มขึ้น 0.41 เป็น 97.43 คะแนน`. */
function spokenChange({ overall }: Comparison): string {
  const words = changeWords(overall);
  if (overall.newer === null || overall.direction === 'unknown') return `คะแนนรวม${words}`;
  return `คะแนนรวม${words} ${overall.direction === 'same' ? 'ที่' : 'เป็น'} ${formatScore(overall.newer)} คะแนน`;
}

/** `ปี 2565 ถึง 2567 ลดลง 6.60 คะแนน`: from the first score there is to the last; null if there are not two. */
function overTheYears(years: readonly { readonly year: number; readonly score: number | null }[]): string | null {
  const first = years.find(({ score }) => score !== null);
  const last = years.findLast(({ score }) => score !== null);
  if (!first || !last || first === last) return null;
  const words = changeWords(changeOf(first.score, last.score));
  return `ปี ${first.year} ถึง ${last.year} ${words}${words === 'เท่าเดิม' ? '' : ' คะแนน'}`;
}

/** Whether a survey is part of it: those changed over the years, which says nothing of the look at the web site. */
function asksPeople({ indicator, instrument }: Subject): boolean {
  return (indicator === undefined ? instrument : indicatorOf(indicator)?.instrument) !== 'OIT';
}

function onlyOne(assessment: Assessment, subject: Subject, notes: readonly string[], context: AnswerContext): Reply {
  const figure = subjectFigure(subject, assessment);
  const whole: Subject = {};
  const level = subjectName(subject) === subjectName(whole) ? levelWords(assessment) : null;
  return cardReply(context, 'only-one-year', {
    year: assessment.fiscalYear,
    source: sourceOf(assessment),
    note: notes[0] ?? null,
    name: subjectName(subject),
    score: figure?.value ?? null,
    level,
    spoken: `${subjectName(subject)} ${spokenScore(figure?.value ?? null)}`,
  });
}
