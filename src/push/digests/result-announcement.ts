import { agencyNames, type AgencyNames } from '../../agency/agency-names.ts';
import type { Assessment } from '../../assessment/assessment.ts';
import { changeOf } from '../../assessment/comparison.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { rankIndicators } from '../../assessment/ranking.ts';
import { formatScore } from '../../assessment/round.ts';
import { linkable } from '../../linkable.ts';
import { changeWords } from './change-words.ts';
import type { Facts } from './facts.ts';

/** A new result: the data of the card `push-results`. */
interface ResultAnnouncement {
  readonly year: number;
  readonly score: number | null;
  readonly level: string | null;
  readonly previousYear: number | null;
  /** Points against the published year before, in words; null if there is none to compare with. */
  readonly change: string | null;
  /** For altText: `ได้ 97.02 คะแนน ระดับ AA`. */
  readonly spoken: string;
  readonly weakest: readonly { readonly no: number; readonly name: string; readonly score: number }[];
  /** True if the report contradicts itself about the score; the bot says how when asked. */
  readonly corrected: boolean;
  readonly source: { readonly title: string; readonly url: string | null };
}

/** The announcement of a published year; null if it is not published. */
export function resultAnnouncement(facts: Facts, fiscalYear: number): object | null {
  const result = facts.assessments.find((one) => one.fiscalYear === fiscalYear);
  if (result === undefined) return null;
  const previous = facts.assessments.findLast((one) => one.fiscalYear < fiscalYear);
  const score = scoreOf(result);
  const change = previous === undefined ? null : changeOf(scoreOf(previous), score).change;
  return {
    ...agencyNames(facts),
    year: fiscalYear,
    score,
    level: result.level.printed,
    previousYear: previous?.fiscalYear ?? null,
    change: change === null ? null : changeWords(change),
    spoken: spokenResult(score, result.level.printed),
    weakest: rankIndicators(result, 'lowest')
      .slice(0, 2)
      .map(({ no, score: points }) => ({ no, name: indicatorOf(no)?.name ?? '', score: points })),
    corrected: result.overall?.basis === 'corrected',
    source: { title: result.source.title, url: linkable(result.source.url) },
  } satisfies ResultAnnouncement & AgencyNames;
}

function spokenResult(score: number | null, level: string | null): string {
  const points = score === null ? 'ไม่มีคะแนนรวมในรายงาน' : `ได้ ${formatScore(score)} คะแนน`;
  return level === null ? points : `${points} ระดับ ${level}`;
}

function scoreOf({ overall }: Assessment): number | null {
  return overall?.value ?? null;
}
