import type { CommandContext, ExitCode } from './command.ts';

/** Makes an action for commander out of a command about the configured agency; it gets what commander hands it. */
export type ForAgency = <A extends unknown[]>(
  run: (context: CommandContext, ...typed: A) => Promise<ExitCode>,
) => (...typed: A) => Promise<void>;
