import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import {
  findEmulatorJar,
  startEmulator,
  whyNoEmulator,
  type FirestoreEmulator,
  type RunningEmulator,
} from './firestore-emulator.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with a FirestoreEmulator as JSON; the first question starts it. */
    readonly firestoreEmulatorUrl: string;
  }
}

/**
 * What tests share: one Firestore emulator, started when the first test file asks for it (so that a run without such
 * tests pays nothing) and stopped at the end. Test files run in other processes and ask over loopback.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let asked: Promise<FirestoreEmulator> | undefined;
  let running: RunningEmulator | undefined;
  const emulator = async (): Promise<FirestoreEmulator> => {
    const given = process.env['FIRESTORE_EMULATOR_HOST'];
    if (given !== undefined && given !== '') return { host: given };
    const jar = findEmulatorJar();
    const missing = whyNoEmulator(jar);
    if (missing !== undefined || jar === undefined) return { missing: missing ?? '' };
    running = await startEmulator(jar);
    return { host: running.host };
  };
  const server = createServer((_request, response) => {
    asked ??= emulator();
    asked.then(
      (found) => response.end(JSON.stringify(found)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : 'unknown failure'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  project.provide('firestoreEmulatorUrl', `http://127.0.0.1:${port}/`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await asked?.catch(() => undefined);
    await running?.stop();
  };
}
