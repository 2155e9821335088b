/** What a digest tells of, as far as it counts for whether it is told again. */
export interface Told {
  /** Numbers that are news when they have grown, always in the same order. */
  readonly numbers: readonly number[];
  /** Short names without spaces; one that was not among them is news. */
  readonly things: readonly string[];
}

/** What is kept of things: more than that are as many as nobody reads. */
const MOST_THINGS = 100;
/** `things` are up to 20 letters each. */
export const LONGEST_TOLD = 2_500;

/** In a line, to be kept until the next digest: `5,2 2570.3.2026-12-31!`. */
export function toldLine({ numbers, things }: Told): string {
  return [numbers.join(','), ...things.slice(0, MOST_THINGS)].join(' ').slice(0, LONGEST_TOLD);
}

/** True if there is something in it that was not told `before`: that things are done, or fewer, is none. */
export function isMoreThan(now: Told, before: string | undefined): boolean {
  const [known = '', ...things] = (before ?? '').split(' ');
  const numbers = known.split(',').map((number) => (number === '' ? Number.NaN : Number(number)));
  const had = new Set(things);
  // What is not known, or was written down otherwise, counts as less.
  const grew = now.numbers.some((number, index) => !(number <= (numbers[index] ?? Number.NaN)));
  return grew || now.things.slice(0, MOST_THINGS).some((thing) => !had.has(thing));
}
