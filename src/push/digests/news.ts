import { agencyNames, type AgencyNames } from '../../agency/agency-names.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { STATUS_WORDS } from '../../measures/status-words.ts';
import type { Facts } from './facts.ts';

const MEASURES_ON_A_CARD = 3;

/** "ท่านบอก เราทำ": what moved since the last news, for citizens who asked: the data of the card `push-news`. */
interface News {
  readonly measures: readonly {
    readonly no: number;
    readonly year: number;
    readonly title: string;
    readonly about: string | null;
    /** `กำลังดำเนินการ คืบหน้า 50%` */
    readonly status: string;
    readonly note: string | null;
    readonly at: string;
  }[];
  readonly more: number;
}

/** What was reported after `sinceMs` (ms since 1970) about measures that were not stopped; null if nothing was. */
export function news(facts: Facts, sinceMs: number): object | null {
  const moved = facts.measures
    // What was stopped is nothing that "we do", and what goes on as a measure of the next year is named once, as that.
    .filter(({ status, carriedTo }) => status !== 'stopped' && carriedTo === null)
    .filter(({ progressAt }) => progressAt !== null && Date.parse(progressAt) > sinceMs)
    .sort((a, b) => Date.parse(b.progressAt ?? '') - Date.parse(a.progressAt ?? ''));
  if (moved.length === 0) return null;
  return {
    ...agencyNames(facts),
    measures: moved.slice(0, MEASURES_ON_A_CARD).map((measure) => ({
      no: measure.no,
      year: measure.fiscalYear,
      title: measure.title,
      about: indicatorOf(measure.indicators[0] ?? 0)?.name ?? null,
      status:
        measure.percent === null
          ? STATUS_WORDS[measure.status]
          : `${STATUS_WORDS[measure.status]} คืบหน้า ${measure.percent}%`,
      note: measure.lastNote?.text ?? null,
      at: measure.progressAt ?? '',
    })),
    more: Math.max(0, moved.length - MEASURES_ON_A_CARD),
  } satisfies News & AgencyNames;
}
