export interface TurnOptions {
  /** Calls that may wait while one runs; the next is refused. */
  readonly maxWaiting: number;
  readonly refuse: () => Error;
}

/** The function, run once at a time in the order of the calls. A failed run holds nobody up. */
export function inTurn<In, Out>(run: (input: In) => Promise<Out>, options: TurnOptions): (input: In) => Promise<Out> {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  return async (input) => {
    if (unfinished > options.maxWaiting) throw options.refuse();
    unfinished += 1;
    const result = last.then(() => run(input)).finally(() => (unfinished -= 1));
    last = result.catch(() => undefined);
    return result;
  };
}
