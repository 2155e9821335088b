import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CardError } from './card-error.ts';

/** The JSON in `dir/file`. Throws CardError naming the file if it is missing or is not JSON. */
export function readJson(dir: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(join(dir, file), 'utf8');
  } catch (error) {
    throw new CardError(file, `cannot be read from ${dir}: put the file there.`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CardError(file, `is not JSON (${detail}). Look for a missing comma or quotation mark.`, { cause: error });
  }
}
