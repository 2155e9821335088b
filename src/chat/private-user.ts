import type { LineEvent } from '../line/webhook-event.ts';

/** LINE user id of whoever talks to us in a private chat; undefined in groups and rooms, and if LINE does not say. */
export function privateUser({ source }: LineEvent): string | undefined {
  return source?.type === 'user' ? source.userId : undefined;
}
