import type { Concept } from './lexicon.ts';

/** Shorter words are too like each other for one slip. */
const FORGIVING_FROM = 5;
const FORGIVING_CAREFUL_FROM = 7;

/** In words shorter than this, lost tone marks are not forgiven: "สง" begins "สงกรานต์", and is no "ส่ง". */
export const TONE_MATTERS_BELOW = 3;

/** One way in which the phrase is written in the lexicon: a piece of the text of its group. */
interface Written {
  readonly group: string;
  readonly start: number;
  readonly end: number;
  readonly concept: Concept;
}

/**
 * One phrase of the lexicon, as it is compared. What it stands for is put together when it is first met: most phrases
 * are never met between two starts.
 */
export class Entry {
  /** Folded length in characters. */
  readonly length: number;
  /** Begins or ends with a Latin letter: must stand alone, so that `ita` is not found in "digital". */
  readonly latin: boolean;
  readonly #written: Written[] = [];
  #value: number | undefined;
  #careful = false;
  #concepts: ReadonlySet<Concept> | undefined;
  #spellings: ReadonlyMap<string, ReadonlySet<Concept>> | undefined;

  /** `first` and `last`: codes of the folded letters at the ends. */
  constructor(length: number, first: number, last: number) {
    this.length = length;
    this.latin = isLatinCode(first) || isLatinCode(last);
  }

  /** One more spelling, at `start`–`end` of the text of `concept`. `careful`: a slip must not easily lead here. */
  add(group: string, start: number, end: number, concept: Concept, careful: boolean, value: number | undefined): void {
    this.#written.push({ group, start, end, concept });
    this.#careful ||= careful;
    this.#value ??= value;
  }

  /** For number words: the number. */
  get value(): number | undefined {
    return this.#value;
  }

  /** May be recognised with one slip: long enough, and nothing that a slip of the finger should turn into an accusation. */
  get forgiving(): boolean {
    return this.#value === undefined && this.length >= (this.#careful ? FORGIVING_CAREFUL_FROM : FORGIVING_FROM);
  }

  get concepts(): ReadonlySet<Concept> {
    return (this.#concepts ??= new Set(this.#written.map(({ concept }) => concept)));
  }

  /** What each spelling stands for, where tone marks make a difference ("หวย", "ห่วย"); undefined where they do not. */
  get spellings(): ReadonlyMap<string, ReadonlySet<Concept>> | undefined {
    if (this.#written.length === 1 && this.length >= TONE_MATTERS_BELOW) return undefined;
    return (this.#spellings ??= bySpelling(this.#written));
  }
}

function bySpelling(written: readonly Written[]): ReadonlyMap<string, ReadonlySet<Concept>> {
  const different = new Map<string, Set<Concept>>();
  for (const { group, start, end, concept } of written) {
    const bare = group.slice(start, end).replace(/\s/g, '');
    const known = different.get(bare);
    if (known) known.add(concept);
    else different.set(bare, new Set([concept]));
  }
  return different;
}

function isLatinCode(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
