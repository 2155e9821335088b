import { exitOfError } from '../../src/cli/exit-of-error.ts';

/** The code with which a command ends; undefined if it fails by a fault of ours. */
export async function exitOf(run: Promise<number>): Promise<number | undefined> {
  return run.catch((error: unknown) => exitOfError(error)?.code);
}

/** How a command that fails ends. Throws what is a fault of ours, and if the command does not fail. */
export async function failureOf(run: Promise<unknown>): Promise<{ code: number; text: string }> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const exit = exitOfError(error);
  if (exit === undefined) throw error;
  return exit;
}
