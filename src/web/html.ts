import { escapeMarkup } from '../escape-markup.ts';

/** A piece of HTML that is safe to send: built by `html`, or trusted on purpose. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

/**
 * HTML from a template. Every value is escaped, for text and for attributes in double quotes, unless it is itself `Html`;
 * lists are put one after the other; `false`, `null` and `undefined` are left out. There is no way to an unescaped string
 * but `new Html(…)`.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (let at = 0; at < parts.length; at += 1) text += written(parts[at]) + (strings[at + 1] ?? '');
  return new Html(text);
}

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapeMarkup(String(part));
}
