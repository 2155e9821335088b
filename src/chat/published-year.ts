import type { Assessment } from '../assessment/assessment.ts';

/** The part of a request that says which fiscal year is meant. */
export interface YearAsked {
  readonly year?: number | undefined;
  readonly year_rel?: 'latest' | 'this' | 'previous' | undefined;
}

export type PublishedYear =
  | { readonly kind: 'found'; readonly assessment: Assessment; readonly note: string | null }
  /** Published years newest first; empty if nothing is published. */
  | { readonly kind: 'missing'; readonly asked: number | undefined; readonly years: readonly number[] };

/**
 * Which published result a request is about. Nothing said or `latest`: the newest. A year by number: exactly that one.
 * `this` and `previous` are the present fiscal year and the one before; if that one is not published, the newest
 * before it with a note that says so. `assessments`: oldest first; `currentFiscalYear`: Buddhist era.
 */
export function publishedYear(
  { year, year_rel }: YearAsked,
  assessments: readonly Assessment[],
  currentFiscalYear: number,
): PublishedYear {
  const newestFirst = assessments.toReversed();
  const years = newestFirst.map((assessment) => assessment.fiscalYear);
  const newest = newestFirst[0];
  if (year === undefined && (year_rel === undefined || year_rel === 'latest'))
    return newest ? { kind: 'found', assessment: newest, note: null } : { kind: 'missing', asked: undefined, years };

  const asked = year ?? (year_rel === 'previous' ? currentFiscalYear - 1 : currentFiscalYear);
  const exact = newestFirst.find((assessment) => assessment.fiscalYear === asked);
  if (exact) return { kind: 'found', assessment: exact, note: null };
  const before = year === undefined ? newestFirst.find((assessment) => assessment.fiscalYear < asked) : undefined;
  if (!before) return { kind: 'missing', asked, years };
  const note = `ปีงบประมาณ ${asked} ยังไม่มีผลที่เผยแพร่ จึงแสดงปี ${before.fiscalYear} ซึ่งเป็นปีล่าสุดก่อนหน้า`;
  return { kind: 'found', assessment: before, note };
}
