import { adjacent } from './adjacent.ts';
import { itemCodeAt } from './item-codes.ts';
import { beforeNumber, numberRole, type NumberRole } from './number-role.ts';
import { has, type Token } from './token.ts';
import type { Tokens } from './tokens.ts';
import { buddhistYear, shortYear } from './years.ts';

/** What the numbers of a message are about. Everything optional: only what was said. */
export interface Figures {
  /** Buddhist years, in the order said; a range is filled in. */
  readonly years: readonly number[];
  readonly indicator: number | undefined;
  readonly measure: number | undefined;
  readonly code: string | undefined;
  /** An item number whose letter was not said. */
  readonly item: number | undefined;
  /** "5 อันดับ". */
  readonly count: number | undefined;
  /** "3 ปีย้อนหลัง". */
  readonly yearCount: number | undefined;
  /** Stars, or points given: could be a rating. */
  readonly points: number | undefined;
  /** A number that is none of these. */
  readonly loose: number | undefined;
  /** Tokens that turned out to be the letter of a code. */
  readonly letters: ReadonlySet<Token>;
}

/** Longest list of years that is taken from one message. */
const MAX_YEARS = 10;

/** Reads every number of a message by what stands around it. `today`: the current fiscal year, to bound years of two digits. */
export function readFigures({ folded, tokens }: Tokens, today: number): Figures {
  const found: { [R in NumberRole]?: number } = {};
  const years: number[] = [];
  const letters = new Set<Token>();
  const bare: { at: number; year: number }[] = [];
  let code: string | undefined;
  let yearAt = -10;
  let spelt = { until: 0 };
  tokens.forEach((token, at) => {
    const value = token.number;
    if (value === undefined || at < spelt.until) return;
    const spelling = spelledYear(tokens, at);
    if (spelling) {
      years.push(spelling.year);
      yearAt = spelling.until - 1;
      spelt = spelling;
      return;
    }
    const asCode = itemCodeAt(folded, tokens, at);
    if (asCode) {
      code ??= asCode.code;
      if (asCode.letter) letters.add(asCode.letter);
      return;
    }
    const role = numberRole(tokens, at, today, at - yearAt <= 2);
    if (role === 'year') {
      const year = buddhistYear(value) ?? shortYear(value);
      if (year === undefined) return;
      if (at - yearAt <= 2 && isRange(folded.text, tokens, yearAt, at)) years.push(...between(years.at(-1)!, year));
      years.push(year);
      yearAt = at;
    } else if (
      role === 'loose' &&
      token.digits &&
      Number.isInteger(value) &&
      value >= 56 &&
      2500 + value <= today + 1
    ) {
      const last = bare.at(-1);
      const range = last && at - last.at <= 2 && isRange(folded.text, tokens, last.at, at);
      if (range) for (const year of between(last.year, 2500 + value)) bare.push({ at, year });
      bare.push({ at, year: 2500 + value });
    } else found[role] ??= value;
  });
  const first = numberedFirst(tokens);
  if (first) found[first] ??= 1;
  for (const { year } of bare) years.push(year);
  if (bare.length > 0 && years.length > bare.length) years.sort((a, b) => a - b);
  return {
    years: [...new Set(years)].slice(0, MAX_YEARS),
    indicator: found.indicator,
    measure: found.measure,
    code,
    item: found.item,
    count: found.count,
    yearCount: found.yearCount,
    points: found.points,
    loose: found.loose,
    letters,
  };
}

/** "มาตรการแรก", "ตัวชี้วัดตัวแรก"; not "3 ตัวชี้วัดแรก". */
function numberedFirst(tokens: readonly Token[]): 'measure' | 'indicator' | undefined {
  const at = tokens.findIndex((token) => has(token, 'first'));
  const before = at > 0 ? adjacent(tokens, at, -1) : undefined;
  if (!before || adjacent(tokens, at - 1, -1)?.number !== undefined) return undefined;
  if (has(before, 'measure')) return 'measure';
  return has(before, 'indicator_word') ? 'indicator' : undefined;
}

/** "ปีสองห้าหกห้า", "ปีหกห้า": a year read out digit by digit. `until`: the first token after it. */
function spelledYear(tokens: readonly Token[], at: number): { year: number; until: number } | undefined {
  if (beforeNumber(tokens, at) !== 'year') return undefined;
  let until = at;
  let read = '';
  while (tokens[until]?.concepts.has('number_word') && tokens[until]!.number! < 10) read += tokens[until++]!.number;
  const year = read.length === 4 ? buddhistYear(Number(read)) : read.length === 2 ? shortYear(Number(read)) : undefined;
  return year === undefined ? undefined : { year, until };
}

function between(from: number, to: number): number[] {
  const years: number[] = [];
  for (let year = from + 1; year < to && years.length < MAX_YEARS; year++) years.push(year);
  return years;
}

function isRange(text: string, tokens: readonly Token[], from: number, at: number): boolean {
  const between = text.slice(tokens[from]!.end, tokens[at]!.start);
  return tokens[at - 1]!.concepts.has('to') || between === '-';
}
