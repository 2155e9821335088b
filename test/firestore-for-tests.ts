import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { FirestoreEmulator } from './firestore-emulator.ts';

/** The emulator for one test file. Projects do not see each other, so every file takes its own. */
export interface FirestoreForTests {
  /** `host:port`; undefined where there is no emulator: then the tests are to be skipped, with `why` in their name. */
  readonly host: string | undefined;
  readonly why: string;
  readonly projectId: string;
}

/** Asks for the shared emulator. In CI a missing one is a failure and not a reason to skip. */
export async function firestoreForTests(): Promise<FirestoreForTests> {
  const answer = await fetch(inject('firestoreEmulatorUrl'));
  if (!answer.ok) throw new Error(await answer.text());
  const emulator = (await answer.json()) as FirestoreEmulator;
  const projectId = `demo-${randomUUID().slice(0, 8)}`;
  if ('host' in emulator) return { host: emulator.host, why: '', projectId };
  if (process.env['CI'] === 'true') throw new Error(emulator.missing);
  console.warn(`Firestore tests are skipped: ${emulator.missing}`);
  return { host: undefined, why: ` (skipped: ${emulator.missing})`, projectId };
}
