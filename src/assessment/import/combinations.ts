import { INSTRUMENTS, type Instrument } from '../assessment.ts';
import { INDICATORS } from '../indicators.ts';
import { agree, instrumentScore, overallScore } from '../scores.ts';

/** The different values that a document prints for each figure; empty where it prints none. */
export interface Printed {
  /** By indicator number. */
  readonly indicators: ReadonlyMap<number, readonly number[]>;
  readonly instruments: Readonly<Record<Instrument, readonly number[]>>;
  readonly overall: readonly number[];
}

/** `indicator:6`, `instrument:EIT`, `overall`. */
export type FigureKey = string;

export interface Combinations {
  /** `unfitting`: no combination gives the printed totals; `too-many`: more than MAX_COMBINATIONS, none tried. */
  readonly outcome: 'tried' | 'unfitting' | 'too-many';
  /** Values each figure has in the combinations that fit. One value: it is the right one. */
  readonly fitting: ReadonlyMap<FigureKey, readonly number[]>;
}

/** Under 0.1 s of work. Ten figures with two readings each make 1,024; past the limit a person has to decide. */
const MAX_COMBINATIONS = 20_000;

/** Tries every choice of readings against the printed instrument and overall scores (tolerance 0.02). */
export function tryCombinations(printed: Printed): Combinations {
  const figures: [FigureKey, readonly number[]][] = [
    ...INDICATORS.map(({ no }): [string, readonly number[]] => [`indicator:${no}`, printed.indicators.get(no) ?? []]),
    ...INSTRUMENTS.map((name): [string, readonly number[]] => [`instrument:${name}`, printed.instruments[name]]),
    ['overall', printed.overall],
  ];
  const known = figures.filter(([, values]) => values.length > 0);
  if (known.reduce((product, [, values]) => product * values.length, 1) > MAX_COMBINATIONS) {
    return { outcome: 'too-many', fitting: new Map() };
  }
  const fitting = new Map<FigureKey, Set<number>>();
  const chosen = new Map<FigureKey, number>();
  const choose = (index: number): void => {
    const figure = known[index];
    if (figure === undefined) {
      if (!fits(chosen)) return;
      for (const [key, value] of chosen) fitting.set(key, (fitting.get(key) ?? new Set()).add(value));
      return;
    }
    for (const value of figure[1]) {
      chosen.set(figure[0], value);
      choose(index + 1);
    }
  };
  choose(0);
  return {
    outcome: fitting.size === 0 && known.length > 0 ? 'unfitting' : 'tried',
    fitting: new Map([...fitting].map(([key, values]) => [key, [...values]])),
  };
}

function fits(chosen: ReadonlyMap<FigureKey, number>): boolean {
  const parts: Record<Instrument, number | null> = { IIT: null, EIT: null, OIT: null };
  for (const name of INSTRUMENTS) {
    const mean = instrumentScore(name, (no) => chosen.get(`indicator:${no}`) ?? null);
    const given = chosen.get(`instrument:${name}`);
    if (mean !== null && given !== undefined && !agree(mean, given)) return false;
    parts[name] = mean ?? given ?? null;
  }
  const total = overallScore(parts);
  const given = chosen.get('overall');
  return total === null || given === undefined || agree(total, given);
}
