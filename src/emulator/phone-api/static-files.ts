import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripTypes } from './strip-types.ts';

const FOLDER = fileURLToPath(new URL('../phone/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

/** A file of the phone screen by its path in that folder, TypeScript as JavaScript; undefined if there is none. */
export async function staticFile(path: string, folder = FOLDER): Promise<StaticFile | undefined> {
  const root = normalize(folder + sep);
  const file = join(root, path);
  const type = TYPES[extname(file)];
  if (type === undefined || path.includes('\0') || !file.startsWith(root)) return undefined;
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return { type, bytes: extname(file) === '.ts' ? stripTypes(bytes.toString('utf8')) : bytes };
}
