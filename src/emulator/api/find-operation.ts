import type { Operation } from './operation.ts';

export type Found =
  { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | 'wrong-method' | undefined;

function match(template: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (template.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of template.entries()) {
    const given = path[i] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = given;
    else if (part !== given) return undefined;
  }
  return params;
}

function decode(path: string): readonly string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Finds the operation for a method and a path; a path without parameters goes before one with. */
export function findOperation(operations: readonly Operation[], method: string, path: string): Found {
  const parts = decode(path);
  if (parts === undefined) return undefined;
  let found: Found;
  let fewest = Infinity;
  for (const operation of operations) {
    const params = match(operation.path.split('/'), parts);
    if (params === undefined) continue;
    const count = Object.keys(params).length;
    if (operation.method !== method) found ??= 'wrong-method';
    else if (count < fewest) {
      found = { operation, params };
      fewest = count;
    }
  }
  return found;
}
