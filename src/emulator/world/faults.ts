/**
 * What goes wrong: `delay` answers late; a status answers with it; `rate-limit` and `monthly-limit` are LINE's two 429s;
 * `reset-before` cuts the connection before anything was done, `reset-after` after the request was carried out;
 * `hang` carries nothing out and never answers, `hang-after` carries the request out and never answers.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export const FAULT_KINDS = [
  'delay',
  'rate-limit',
  'monthly-limit',
  'reset-before',
  'reset-after',
  'hang',
  'hang-after',
  '400',
  '401',
  '403',
  '404',
  '409',
  '413',
  '429',
  '500',
  '502',
  '503',
  '504',
] as const;

export interface Fault {
  /** An operation's name (`reply`, `push`, `getProfile` …), or `*` for all. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** Requests it still lets pass before it hits. Default: none. */
  readonly skip?: number;
  /** Requests it still hits. */
  readonly times: number;
  /** Waits this long first, in ms. */
  readonly delayMs: number;
}

export interface Faults {
  readonly list: () => readonly Fault[];
  readonly add: (fault: Pick<Fault, 'operation' | 'kind'> & Partial<Fault>) => void;
  /** The fault that hits a request to an operation known by any of these names; it has one time less then. */
  readonly take: (names: readonly string[]) => Fault | undefined;
  readonly clear: () => void;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    list: () => faults,
    add: (fault) => {
      faults = [...faults, { times: 1, delayMs: 0, ...fault }];
    },
    take: (names) => {
      const concerns = (it: Fault): boolean => it.operation === '*' || names.includes(it.operation);
      const hit = faults.find((it) => concerns(it) && !it.skip);
      faults = faults.flatMap((it) => {
        if (it === hit) return it.times > 1 ? [{ ...it, times: it.times - 1 }] : [];
        return it.skip && concerns(it) ? [{ ...it, skip: it.skip - 1 }] : [it];
      });
      return hit;
    },
    clear: () => {
      faults = [];
    },
  };
}
