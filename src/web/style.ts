import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Html } from './html.ts';

const STYLE = readFileSync(new URL('style.css', import.meta.url), 'utf8')
  .replaceAll(/\s+/g, ' ')
  .replaceAll(/ ?([{};,]) ?/g, '$1')
  .trim();

/** How the content security policy knows it; any other style is refused. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** The one style sheet, in the page itself: a phone at a counter has everything after one answer. */
export const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
