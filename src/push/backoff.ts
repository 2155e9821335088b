/** Tries of one part, the first included. */
export const MAX_TRIES = 5;
/** Past this after the first try (ms) nothing is tried again, however few tries there were. */
export const GIVE_UP_AFTER_MS = 15 * 60_000;
/** Five tries last two minutes on average, four at most: as long as LINE or the network is away for when it is for a moment. */
const FIRST_MS = 15_000;
const LONGEST_MS = 120_000;

/**
 * How long to wait before the next try (ms): anything from nothing to a bound that doubles with each try ("full jitter"), so that
 * servers that failed together do not come back together. `tries`: so far; `random`: 0 to 1.
 */
export function waitBeforeTry(tries: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1)));
}
