import type { Clock } from '../clock.ts';
import { RecentMap } from '../recent-map.ts';
import type { Doc } from '../store/port.ts';
import type { Push } from './push.ts';
import { unitOf } from './unit-of.ts';

/** LINE tells no number that fewer people stand behind, so it is not asked about a push to fewer. */
const FEWEST_PEOPLE = 20;
/** Pushes asked about in one go. LINE takes 60 such questions an hour, from all servers and commands together. */
const MOST_ASKED = 6;
/** How long an answer is good for, also that there is no number (ms). */
const ANSWER_KEPT_MS = 3_600_000;
/** How long LINE is left in peace when it did not say (ms). */
const SILENCE_KEPT_MS = 600_000;
/** Answers kept; more than any report shows. */
const KEPT = 100;

/** How many people opened what was sent under a unit's name: null if LINE gives no number, undefined if it does not say. Never rejects. */
type AskOpened = (unit: string, sentAt: Date, now: Date) => Promise<number | null | undefined>;

/** How many people opened a push, for those for which LINE gives a number; by the push's id. It never says who. */
export type Opened = ReadonlyMap<string, number>;

interface Remembered {
  readonly answer: Promise<number | null | undefined>;
  untilMs: number;
}

/** LINE's numbers of people who opened a push, remembered for a while. */
export class OpenedCounts {
  readonly #ask: AskOpened;
  readonly #clock: Clock;
  readonly #remembered = new RecentMap<string, Remembered>(KEPT);

  constructor(ask: AskOpened, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** Looks at the first few of these pushes of which LINE may have a number, all at once; those without one are left out. */
  async of(pushes: readonly Doc<Push>[]): Promise<Opened> {
    const asked = pushes.filter(mayHaveNumber).slice(0, MOST_ASKED);
    const numbers = await Promise.all(asked.map(async ({ id, data }) => [id, await this.#opened(data)] as const));
    return new Map(numbers.flatMap(([id, number]) => (typeof number === 'number' ? [[id, number]] : [])));
  }

  #opened({ unit, plannedAtMs }: Push): Promise<number | null | undefined> {
    const name = unit ?? '';
    const now = this.#clock();
    const known = this.#remembered.get(name);
    if (known !== undefined && now.getTime() < known.untilMs) return known.answer;
    const answer = this.#ask(name, new Date(plannedAtMs), now);
    const entry: Remembered = { answer, untilMs: Infinity };
    this.#remembered.set(name, entry);
    void answer.then((number) => {
      entry.untilMs = now.getTime() + (number === undefined ? SILENCE_KEPT_MS : ANSWER_KEPT_MS);
    });
    return answer;
  }
}

/** True for a push that has come to its end, reached enough people, and has a unit's name to itself. */
function mayHaveNumber({ id, data: { unit, counts } }: Doc<Push>): boolean {
  if (unit === null || unit !== unitOf(id) || counts === null) return false;
  return counts.sent + counts.acceptedBefore + counts.unknown >= FEWEST_PEOPLE;
}
