import { base32 } from '../base32.ts';
import { HandleSchema } from './staff-member.ts';

/** 8 letters of 5 bits: no secret, only different for everybody. */
export const HANDLE_LETTERS = 8;
const RANDOM_BYTES = 5;

/** A new handle, also for the `ref` of an invitation. `randomBytes(n)` gives n bytes. */
export function newHandle(randomBytes: (count: number) => Uint8Array): string {
  return base32(randomBytes(RANDOM_BYTES), HANDLE_LETTERS);
}

/** A handle as people read it: `7K3M-9QXT`. */
export function showHandle(handle: string): string {
  return `${handle.slice(0, 4)}-${handle.slice(4)}`;
}

/** A handle as somebody typed it: lower case, with or without its dash, O for 0, I and L for 1. Undefined if it cannot be one. */
export function readHandle(typed: string): string | undefined {
  const handle = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return HandleSchema.safeParse(handle).success ? handle : undefined;
}
