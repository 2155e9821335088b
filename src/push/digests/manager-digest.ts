import { agencyNames, type AgencyNames } from '../../agency/agency-names.ts';
import type { Assessment } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { formatScore } from '../../assessment/round.ts';
import { findWeaknesses, type Weakness } from '../../assessment/weaknesses.ts';
import { SMALLEST_GROUP } from '../../feedback/next-edition.ts';
import type { Tally } from '../../feedback/tally.ts';
import { isAnswered } from '../../measures/answering.ts';
import type { Measure } from '../../measures/measure.ts';
import { hasNoOwner, isLate, isOpen, isSilent } from '../../measures/standing.ts';
import type { Room } from '../quota.ts';
import { changeWords, UNCHANGED } from './change-words.ts';
import type { Facts } from './facts.ts';
import { byUrgency, measureLine, type MeasureLine } from './measure-line.ts';

const WEAKNESSES_ON_A_CARD = 3;
const LATE_ON_A_CARD = 3;

/** Answers of the last four weeks and of the four before. */
export interface Trend {
  readonly now: Tally;
  readonly before: Tally;
}

/** What managers have to know: the data of the card `push-manager-digest`. */
export interface ManagerDigest {
  readonly year: number | null;
  readonly weaknesses: readonly { readonly name: string; readonly detail: string }[];
  readonly moreWeaknesses: number;
  readonly late: readonly MeasureLine[];
  readonly lateCount: number;
  readonly open: number;
  readonly silent: number;
  readonly unowned: number;
  /** What people said in four weeks, in words. */
  readonly trend: string;
  /** Messages left this month for digests and news; null: no limit, or not known. */
  readonly left: number | null;
  readonly limit: number | null;
}

/** The digest for managers; null if there is neither a weakness, nor an open measure, nor an answer to speak of. */
export function managerDigest(
  facts: Facts,
  trend: Trend,
  room: Room | undefined,
): (ManagerDigest & AgencyNames) | null {
  const latest = facts.assessments.at(-1);
  const weak = latest ? findWeaknesses(latest, { previous: facts.assessments.at(-2) }) : [];
  const open = facts.measures.filter(isOpen);
  const late = open.filter((measure) => isLate(measure, facts.now));
  if (weak.length === 0 && open.length === 0 && trend.now.n === 0) return null;
  return {
    ...agencyNames(facts),
    year: latest?.fiscalYear ?? null,
    weaknesses: weak.slice(0, WEAKNESSES_ON_A_CARD).map((weakness) => ({
      name: nameOf(weakness),
      detail: [scoreWords(weakness.score), ...answerWords(weakness, latest, facts.measures)].join(' · '),
    })),
    moreWeaknesses: Math.max(0, weak.length - WEAKNESSES_ON_A_CARD),
    late: late
      .map((measure) => measureLine(measure, facts.now))
      .sort(byUrgency)
      .slice(0, LATE_ON_A_CARD),
    lateCount: late.length,
    open: open.length,
    silent: open.filter((measure) => isSilent(measure, facts.now)).length,
    unowned: open.filter(hasNoOwner).length,
    trend: trendWords(trend),
    left: room === undefined || room.left === Infinity ? null : room.left,
    limit: room?.limit ?? null,
  } satisfies ManagerDigest & AgencyNames;
}

function nameOf({ indicator, item, instrument }: Weakness): string {
  if (item !== null) return `ข้อ ${item}`;
  if (indicator === null) return `แบบวัด ${instrument}`;
  return `ตัวชี้วัดที่ ${indicator} ${indicatorOf(indicator)?.name ?? ''}`.trim();
}

/** Whether a measure answers it. Of a whole instrument nothing is said: no single measure is an answer to it. */
function answerWords(weakness: Weakness, latest: Assessment | undefined, measures: readonly Measure[]): string[] {
  if (latest === undefined || (weakness.item === null && weakness.indicator === null)) return [];
  return [isAnswered(weakness, latest, measures) ? 'มีมาตรการแล้ว' : 'ยังไม่มีมาตรการ'];
}

function scoreWords(score: number | null): string {
  return score === null ? 'ไม่มีคะแนนในรายงาน' : `${formatScore(score)} คะแนน`;
}

/** True if so many answered that what they said is shown. */
export function isTrendShown({ now }: Trend): boolean {
  return now.n >= SMALLEST_GROUP && now.mean !== null;
}

function trendWords(trend: Trend): string {
  const { now, before } = trend;
  if (!isTrendShown(trend) || now.mean === null) return `มีผู้ตอบน้อยกว่า ${SMALLEST_GROUP} คน จึงไม่แสดงผล`;
  const said = `${now.n} คำตอบ เฉลี่ย ${formatScore(now.mean)} จาก 100`;
  if (before.n < SMALLEST_GROUP || before.mean === null) return said;
  const change = changeWords(now.mean - before.mean);
  return `${said} (${change === UNCHANGED ? 'เท่ากับ' : `${change}จาก`} 4 สัปดาห์ก่อนหน้า)`;
}
