import { formatScore } from '../assessment/round.ts';
import { clip, cut } from './clip.ts';
import { thaiDate, thaiMoment } from '../thai-date.ts';

/** What templates can call to show values. Pure; the same value always gives the same text. */
export const CARD_FUNCTIONS = {
  /** A score with two decimals: `97.02`. */
  points: formatScore,
  /** How much of a bar a score of 0–100 fills: `97.02%`. */
  width: (score: number): string => `${Math.min(100, Math.max(0, score)).toFixed(2)}%`,
  /** A count: `1,399`. */
  count: (of: number): string => of.toLocaleString('en'),
  clip,
  cut,
  /** `2023-01-05T03:00:00Z` as `5 ม.ค. 2566`. */
  thaiDate,
  /** The same with the time of day: `5 ม.ค. 2566 10:00 น.` */
  thaiMoment,
  /** A URL with Thai letters and spaces percent-encoded, as LINE wants it; one that already is stays as it is. */
  uri: (url: string): string => new URL(url).href,
  /** A phone number as a link: `0 3277 1000` becomes `tel:032771000`. */
  tel: (phone: string): string => `tel:${phone.replaceAll(/[^0-9+]/g, '')}`,
};
