import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { NewId } from '../../new-id.ts';

/** The kinds of ids LINE gives out, in LINE's shapes. */
export interface Ids {
  /** Digits beyond 2^53, growing: never to be read as a number. */
  readonly message: () => string;
  /** 26 characters that sort by time (ULID). */
  readonly webhookEvent: () => string;
  /** 32 hexadecimal characters nobody can guess: reply, quote and mark-as-read tokens, rich menu ids. */
  readonly token: () => string;
  /** A UUID, for `x-line-request-id`. */
  readonly request: NewId;
}

const FIRST_MESSAGE_ID = 461_230_966_842_064_897n;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * `U` or `C` and 32 hexadecimal characters, always the same for the same name, so that what a bot remembers of a persona
 * holds when the emulator is started again.
 */
export const lineIdOf = (prefix: 'U' | 'C', name: string): string => prefix + hex(`line-emulator:${name}`).slice(0, 32);

function crockford(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 32n) text = CROCKFORD.charAt(Number(rest % 32n)) + text;
  return text;
}

export function createIds(clock: Clock, newId: NewId): Ids {
  let messages = 0n;
  return {
    message: () => String(FIRST_MESSAGE_ID + (messages += 1n)),
    webhookEvent: () =>
      crockford(BigInt(clock().getTime()), 10) + crockford(BigInt(`0x${hex(newId()).slice(0, 20)}`), 16),
    token: () => hex(newId()).slice(0, 32),
    request: newId,
  };
}
