import { html, type Html } from './html.ts';

/**
 * A title that breaks between its phrases, which Thai writes with spaces between them, before it breaks within one: what a
 * browser takes for the end of a word may be the middle of one (`ความ|เห็น`).
 */
export function phrases(text: string): Html {
  const all = text.split(' ').map((phrase, no) => html`${no > 0 && ' '}<span class="phrase">${phrase}</span>`);
  return html`${all}`;
}
