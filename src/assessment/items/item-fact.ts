/** One item of the framework of a year. Own words for I and E items; O items carry their official short names. */
export interface ItemFact {
  readonly code: string;
  /** Indicator 1–10; null if the year's assignment is not confirmed. */
  readonly indicator: number | null;
  readonly topic: string;
  /** Official wording of the question, where the document has been seen. */
  readonly wording?: string;
  /** Sub-indicator of an O item, e.g. `9.3`. */
  readonly group?: string;
  /** False: recalled or seen in one unofficial place only. Never shown before a person has checked the year's manual. */
  readonly confirmed: boolean;
}

/** Items of one indicator, numbered on from `first`. */
export function inIndicator(
  letter: 'I' | 'E',
  indicator: number,
  first: number,
  topics: readonly string[],
): readonly ItemFact[] {
  return topics.map((topic, index) => ({ code: `${letter}${first + index}`, indicator, topic, confirmed: true }));
}
