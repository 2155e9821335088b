import { INSTRUMENTS, type Assessment, type Instrument } from '../assessment.ts';
import { TARGET } from '../framework.ts';
import { levelScale } from '../levels.ts';
import { formatScore, roundHalfUp2 } from '../round.ts';
import type { Weakness } from './weakness.ts';
import { weightOf } from './weight.ts';

interface Bar {
  /** Score to reach, 0–100. */
  readonly score: number;
  /** Level that asks for it; null: the common target. */
  readonly level: string | null;
}

/** The bar of the level above the present one; at the top, of the level itself, since one instrument may hang under it. */
function barOf(assessment: Assessment, overall: number): Bar {
  const { kind, levels } = levelScale(assessment.fiscalYear);
  if (kind === 'as-printed') return { score: TARGET, level: null };
  if (kind === 'words') {
    const scores = INSTRUMENTS.map((instrument) => assessment.instruments[instrument]?.value ?? 100);
    const next = levels.findLast(
      (level) => level.eachInstrument !== null && (overall < level.min || scores.some((s) => s < level.min)),
    );
    return next === undefined ? { score: TARGET, level: null } : { score: next.min, level: next.name };
  }
  const next = levels.findLast((level) => overall < level.min) ?? levels[0];
  return next === undefined ? { score: TARGET, level: null } : { score: next.min, level: next.name };
}

/** Instruments under the bar of the next level. Nothing if the overall score is missing and none is under the target. */
export function instrumentWeaknesses(assessment: Assessment, previous: Assessment | undefined): readonly Weakness[] {
  const overall = assessment.overall?.value;
  const bar = overall === undefined ? { score: TARGET, level: null } : barOf(assessment, overall);
  return INSTRUMENTS.flatMap((instrument: Instrument) => {
    const score = assessment.instruments[instrument]?.value ?? null;
    if (score === null || (score >= bar.score && score >= TARGET)) return [];
    const before = previous?.instruments[instrument]?.value ?? null;
    const goal = score < bar.score ? bar : { score: TARGET, level: null };
    return [
      {
        kind: 'instrument',
        indicator: null,
        item: null,
        instrument,
        score,
        change: before === null ? null : roundHalfUp2(score - before),
        items: [],
        advice: null,
        reason:
          goal.level === null
            ? `ต่ำกว่าเป้าหมาย ${formatScore(goal.score)} คะแนน`
            : `ต่ำกว่าเกณฑ์ ${formatScore(goal.score)} คะแนนของระดับ ${goal.level}`,
        weight: score < TARGET ? weightOf('under-target', TARGET - score) : weightOf('instrument', goal.score - score),
      } satisfies Weakness,
    ];
  });
}
