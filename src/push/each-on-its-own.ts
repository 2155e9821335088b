/** Characters of the reasons that are passed on. */
const TOLD = 400;

export interface OnItsOwnOptions {
  /** True for an error after which nothing else would come to an end either: it rejects at once. */
  readonly endsAll?: (error: unknown) => boolean;
}

/**
 * Does something with each, one after another, whatever becomes of the others; `stop`: the rest is left. Rejects at the end with what
 * failed, if anything did.
 */
export async function eachOnItsOwn<T>(
  all: Iterable<T>,
  work: (one: T) => Promise<'stop' | undefined>,
  { endsAll = () => false }: OnItsOwnOptions = {},
): Promise<void> {
  const errors: unknown[] = [];
  for (const one of all) {
    try {
      if ((await work(one)) === 'stop') break;
    } catch (error) {
      if (endsAll(error)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, reasons(errors));
}

/** In the message, because that is all that reaches the log. */
function reasons(errors: readonly unknown[]): string {
  const said = new Set(errors.map((error) => (error instanceof Error ? error.message : typeof error)));
  return `${errors.length} failed: ${[...said].join('; ')}`.slice(0, TOLD);
}
