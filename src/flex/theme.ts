import { z } from 'zod';
import { CardError } from './card-error.ts';

/** `theme.json`: a colour for each role. LINE takes `#RRGGBB`, not the short form. */
const ThemeSchema = z.record(
  z.string().regex(/^[a-z]+$/),
  z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'must be like #0B6B5E'),
);
export type Theme = z.infer<typeof ThemeSchema>;

/** Checks the content of `theme.json`. Throws CardError. */
export function readTheme(content: unknown): Theme {
  const parsed = ThemeSchema.safeParse(content);
  if (!parsed.success) throw new CardError('theme.json', z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Puts colours in the places of `${theme.accent}`. Done once at start and not by JSON-e, which would work each of them out
 * again for every card it fills. Throws CardError naming `file` for a colour that does not exist.
 */
export function paint(file: string, template: unknown, theme: Theme): unknown {
  if (Array.isArray(template)) return template.map((entry) => paint(file, entry, theme));
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, paint(file, value, theme)]));
  if (typeof template !== 'string') return template;
  return template.replaceAll(/\$\{theme\.(\w+)\}/g, (_, role: string) => {
    const colour = theme[role];
    if (colour === undefined)
      throw new CardError(
        file,
        `there is no colour "${role}" in theme.json. There are: ${Object.keys(theme).join(', ')}.`,
      );
    return colour;
  });
}
