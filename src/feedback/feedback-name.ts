import { createHash } from 'node:crypto';
import { base32 } from '../base32.ts';

/** 8 letters of 5 bits: of 1,000 pieces of feedback two share a name once in two million rounds. */
const LETTERS = 8;

/**
 * What officers call a piece of feedback among themselves and in the audit: `7K3M-9QXT`. Not its id, because that opens the reference
 * page, where words can be added and removed; and the id cannot be worked out from the name.
 */
export function feedbackName(id: string): string {
  const letters = base32(createHash('sha256').update(`name of ${id}`).digest(), LETTERS);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
