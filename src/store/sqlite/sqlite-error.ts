import { StoreError } from '../store-error.ts';

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;

/** True for the error of an INSERT whose primary key is taken. */
export function isDuplicate(error: unknown): boolean {
  return resultCode(error) === SQLITE_CONSTRAINT_PRIMARYKEY;
}

/** Any error as the StoreError that port.ts promises; `what` says what was being done. */
export function sqliteError(error: unknown, what: string): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError('unavailable', `${what}: ${reason(error)}`, { cause: error });
}

function reason(error: unknown): string {
  const code = resultCode(error);
  // The low byte is the primary code, the rest says more: https://sqlite.org/rescode.html
  switch (code === undefined ? undefined : code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return 'another process kept the database locked; nothing was written';
    case SQLITE_READONLY:
      return 'the database file is read-only; make file and folder writable for the user that runs this';
    case SQLITE_FULL:
      return 'the disk is full; free some space';
    case SQLITE_CANTOPEN:
      return 'the database file cannot be opened; check the path and its permissions';
    default:
      return code === undefined
        ? systemReason(error)
        : `SQLite answered with code ${code} (https://sqlite.org/rescode.html)`;
  }
}

/** The folder is made by the system and not by SQLite. */
function systemReason(error: unknown): string {
  const isSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystem
    ? `the folder cannot be made (${String(error.code)}); check the path and its permissions`
    : 'the database failed';
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
