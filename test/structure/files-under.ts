import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files under a folder whose name ends in `ending`, in alphabetical order. */
export function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
