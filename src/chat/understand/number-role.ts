import { adjacent } from './adjacent.ts';
import { has, type Token } from './token.ts';
import { buddhistYear, shortYear } from './years.ts';

/** What a number of a message is about. */
export type NumberRole =
  'year' | 'indicator' | 'measure' | 'item' | 'count' | 'yearCount' | 'points' | 'loose' | 'none';

/**
 * What the number at `at` is about, by what stands around it. `today`: the current fiscal year, to bound years of two digits;
 * `afterYear`: a year has just been said.
 */
export function numberRole(tokens: readonly Token[], at: number, today: number, afterYear: boolean): NumberRole {
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
export function beforeNumber(
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

/** A year of the Christian era that nobody calls a year: only from the first assessments to a little after today. */
function isLikely(year: number, today: number): boolean {
  return year >= 2556 && year <= today + 5;
}
