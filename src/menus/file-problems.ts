import { BadFile, type FileProblem } from '../json-file/bad-file.ts';

/** What `make` gives; undefined if the file was bad, with the problems noted under the file's name. */
export function collect<T>(problems: FileProblem[], make: () => T, file?: string): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    const named = (path: string): string => (file === undefined ? path : `${file}: ${path}`);
    problems.push(...error.problems.map((one) => ({ ...one, path: named(one.path) })));
    return undefined;
  }
}
