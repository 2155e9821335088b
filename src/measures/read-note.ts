import { writtenText } from '../written-text.ts';
import { MAX_LINK, MAX_NOTE } from './measure.ts';

/** A note as it is kept. `text` is null if it was nothing but the link. */
export interface Note {
  readonly text: string | null;
  /** The first https address in it, ready for a button. */
  readonly link: string | null;
}

/** Host in Latin letters: Thai words written right behind an address are no part of its host. */
const ADDRESS = /https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s<>"'“”‘’]*)?/i;
/** What ends a sentence and not an address. */
const AFTER = /[.,;:!?)\]}]+$/;

/** What somebody typed about the progress; `empty` and `too-long` (over MAX_NOTE UTF-16 units) are refused. */
export function readNote(typed: string): Note | 'empty' | 'too-long' {
  const text = writtenText(typed);
  if (text === '') return 'empty';
  if (text.length > MAX_NOTE) return 'too-long';
  const typedLink = ADDRESS.exec(text)?.[0].replace(AFTER, '');
  const link = typedLink === undefined ? null : forButton(typedLink);
  const nothingElse = link !== null && !/[\p{L}\p{N}]/u.test(text.replace(typedLink ?? '', ''));
  return { text: nothingElse ? null : text, link };
}

function forButton(address: string): string | null {
  const href = URL.parse(address)?.href;
  return href !== undefined && href.length <= MAX_LINK ? href : null;
}
