import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * JSON lines. What is logged is chosen field by field at each call: no text, names, user ids or tokens. Errors are logged
 * with class, code and message only, because stacks and attached objects of libraries may carry request bodies.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** User, group and room ids of LINE. No message of ours holds one; a library's might. */
const LINE_ID = /[UCR][0-9a-f]{32}/g;

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code ?? (error as { kind?: unknown }).kind;
  return { type: error.name, code, message: error.message.replaceAll(LINE_ID, '(LINE id)').slice(0, 500) };
}
