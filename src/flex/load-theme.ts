import { readJson } from './read-json.ts';
import { readTheme, type Theme } from './theme.ts';

/** The colours in `theme.json` of the folder of card templates. Throws CardError. */
export function loadTheme(dir: string): Theme {
  return readTheme(readJson(dir, 'theme.json'));
}
