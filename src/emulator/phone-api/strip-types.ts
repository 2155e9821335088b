import { stripTypeScriptTypes } from 'node:module';
import process from 'node:process';

/**
 * The JavaScript of a TypeScript file, line for line. Node prints a warning at the first call because this function may
 * still change; the runtime is pinned, so the warning tells a user nothing and is kept back for the length of the call.
 */
export function stripTypes(source: string): string {
  const kept = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } finally {
    if (kept !== undefined) Object.defineProperty(process, 'emitWarning', kept);
  }
}
