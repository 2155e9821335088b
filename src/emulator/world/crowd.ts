/** Many people who follow the account and only receive: for pushes to thousands, which no phone screen shows. */
export interface Crowd {
  /** Makes it that large, and forgets what was received. */
  readonly gather: (size: number) => void;
  /** LINE user id of the person with that number, from 0. */
  readonly id: (index: number) => string;
  /** The number behind a LINE user id; undefined: nobody of the crowd. */
  readonly indexOf: (lineId: string) => number | undefined;
  /** Counts one delivery of any number of messages. */
  readonly receive: (index: number) => void;
  /** Deliveries to each, at most 255. */
  readonly received: () => Uint8Array;
  readonly reset: () => void;
}

const PREFIX = 'Uc0de';
const HEX_DIGITS = 28;

export function createCrowd(): Crowd {
  let received = new Uint8Array(0);
  const gather = (size: number): void => {
    received = new Uint8Array(size);
  };
  return {
    gather,
    id: (index) => PREFIX + index.toString(16).padStart(HEX_DIGITS, '0'),
    indexOf: (lineId) => {
      if (received.length === 0 || !lineId.startsWith(PREFIX)) return undefined;
      const index = Number.parseInt(lineId.slice(PREFIX.length), 16);
      return index < received.length ? index : undefined;
    },
    receive: (index) => {
      received[index] = Math.min(255, (received[index] ?? 0) + 1);
    },
    received: () => received,
    reset: () => gather(0),
  };
}
