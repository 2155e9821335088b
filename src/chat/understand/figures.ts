import { itemCodeAt } from './item-codes.ts';
import type { Concept } from './lexicon/lexicon.ts';
import type { Token, Tokens } from './tokens.ts';
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

type Role = 'year' | 'indicator' | 'measure' | 'item' | 'count' | 'yearCount' | 'points' | 'loose' | 'none';

/** Longest list of years that is taken from one message. */
const MAX_YEARS = 10;

/** Reads every number of a message by what stands around it. `today`: the current fiscal year, to bound years of two digits. */
export function readFigures({ folded, tokens }: Tokens, today: number): Figures {
  const found: { [R in Role]?: number } = {};
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
    const role = roleOf(tokens, at, today, at - yearAt <= 2);
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

/** A year of the Christian era that nobody calls a year: only from the first assessments to a little after today. */
function isLikely(year: number, today: number): boolean {
  return year >= 2556 && year <= today + 5;
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

function roleOf(tokens: readonly Token[], at: number, today: number, afterYear: boolean): Role {
  const token = tokens[at]!;
  const value = token.number!;
  const fourDigits = token.digits && token.written.length === 4 ? buddhistYear(value) : undefined;
  const ofBaht = tokens[at + 1]?.concepts.has('baht') === true;
  if (
    fourDigits !== undefined &&
    !ofBaht &&
    (value >= 2500 || isLikely(fourDigits, today) || beforeNumber(tokens, at) === 'year')
  )
    return 'year';
  const next = adjacent(tokens, at, 1);
  const joined = afterYear && tokens[at - 1]?.number === undefined;
  if (joined && token.written.length === 2 && has(tokens[at - 1]!, 'to', 'and', 'compare', 'year_word')) return 'year';
  if (!Number.isInteger(value)) return 'loose';
  const before = beforeNumber(tokens, at);
  if (next && before === 'indicator' && has(next, 'counter')) return 'count';
  if (before === 'measure' && value >= 56 && shortYear(value)! <= today + 1) return 'year';
  if (before) {
    if (before === 'year' && (token.digits || value >= 50))
      return value <= 20 && token.written.length === 1 ? 'none' : 'year';
    if (before !== 'year') return value <= 99 ? before : 'none';
  }
  if (next && value <= 20 && has(next, 'year_word', 'years_back', 'previous_year', 'latest_year')) return 'yearCount';
  if (next && has(next, 'star', 'score', 'percent', 'out_of')) return 'points';
  if (next && has(next, 'rank', 'item_word', 'indicator_word', 'side', 'side_number', 'counter')) return 'count';
  if (!token.digits) return 'none';
  if (afterYear && token.written.length === 2 && shortYear(value)! <= today + 5) return 'year';
  const previous = adjacent(tokens, at, -1);
  if (previous && token.written.length === 2 && value >= 50 && has(previous, 'ita', 'iit', 'eit', 'oit')) return 'year';
  if (previous && has(previous, 'give', 'score', 'feedback', 'service')) return value <= 10 ? 'points' : 'loose';
  return 'loose';
}

/** "ตัวชี้วัดที่ 4", "มาตรการข้อ 3", "ปี 65": the word that a number numbers. */
function beforeNumber(
  tokens: readonly Token[],
  at: number,
): 'indicator' | 'measure' | 'item' | 'count' | 'year' | undefined {
  let i = at - 1;
  let word = adjacent(tokens, i + 1, -1);
  let ordinal = false;
  let item = false;
  while (word && i >= 0) {
    if (has(word, 'indicator_word', 'side_number')) return 'indicator';
    if (has(word, 'measure')) return 'measure';
    if (has(word, 'year_word')) return 'year';
    if (has(word, 'item_word')) item = true;
    else if (has(word, 'rank') && !ordinal) return item ? 'item' : 'count';
    else if (has(word, 'ordinal')) ordinal = true;
    else break;
    word = adjacent(tokens, i, -1);
    i--;
  }
  return item ? 'item' : undefined;
}

/** The token directly before or after, if no more than one unknown letter lies between. */
function adjacent(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  const other = tokens[at + step];
  const one = tokens[at];
  if (!other || !one) return undefined;
  const gap = step === 1 ? other.start - one.end : one.start - other.end;
  return gap <= 1 ? other : undefined;
}

function has(token: Token, ...concepts: readonly Concept[]): boolean {
  return concepts.some((concept) => token.concepts.has(concept));
}
