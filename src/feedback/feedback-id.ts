import { keyedLetters } from '../keyed-letters.ts';

/** 20 letters of 5 bits: 100 bits. The id is the reference code as well, so it must not be guessable. */
const LETTERS = 20;

/**
 * The id of a person's answer at a point on a day. Without the day's key nobody, not even with the whole store at hand,
 * can tell whose it is.
 * @param giver `line:U…`, or `web:` and a random id the browser keeps.
 * @param subject The code; for the general form null, or what it is about (general-subjects.ts).
 */
export function feedbackId(dayKey: string, giver: string, subject: string | null): string {
  return keyedLetters(dayKey, `${giver}\n${subject ?? ''}`, LETTERS);
}

/** A feedback id as people typed it (lower case, spaces, dashes, O for 0, I and L for 1); undefined if it cannot be one. */
export function readFeedbackId(typed: string): string | undefined {
  const id = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(id) ? id : undefined;
}

/** A feedback id as people read it: five groups of four. */
export function showFeedbackId(id: string): string {
  return id.replaceAll(/(.{4})(?=.)/g, '$1-');
}
