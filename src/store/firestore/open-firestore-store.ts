import { systemAfter, type After } from '../after.ts';
import { checkDocumentId } from '../document-id.ts';
import type { OnOperation } from '../operation.ts';
import type { Store } from '../port.ts';
import { RunningWork } from '../running-work.ts';
import { clientSettings } from './client-settings.ts';
import { DocumentLocks } from './document-locks.ts';
import { FirestoreAgency } from './firestore-agency.ts';
import { callFirestore, type FirestorePlace } from './firestore-place.ts';
import { TimedCalls } from './timed-calls.ts';

export interface FirestoreStoreOptions {
  /** The Google Cloud project. */
  readonly projectId: string;
  /** `host:port` of the emulator, e.g. `127.0.0.1:8085`; without it Google's servers and the machine's credentials. */
  readonly emulatorHost?: string;
  /** How long any call may take, with everything it tries, in ms; then kind `deadline`. */
  readonly deadlineMs: number;
  readonly after?: After;
  /** For the pauses between attempts; 0 to just under 1. */
  readonly random?: () => number;
  readonly onOperation?: OnOperation;
}

/**
 * The distributed store. Loads the client library (0.2 s) and makes no connection yet: the first call does that, so call
 * `ping` before taking requests. Writes are acknowledged by Firestore before they resolve.
 */
export async function openFirestoreStore(options: FirestoreStoreOptions): Promise<Store> {
  const { projectId, emulatorHost, deadlineMs, after = systemAfter, random = Math.random, onOperation } = options;
  const { AggregateField, FieldPath, FieldValue, Firestore } = await import('@google-cloud/firestore');
  const client = new Firestore(clientSettings(projectId, emulatorHost, deadlineMs));
  const calls = new TimedCalls(deadlineMs, after);
  const work = new RunningWork();
  const locks = new DocumentLocks();
  const watches = new Set<() => void>();
  const library = { AggregateField, FieldPath, FieldValue };
  const place: FirestorePlace = { client, library, calls, after, random, work, locks, watches, onOperation };
  return {
    agency: (orgId) => {
      checkDocumentId('orgs', orgId);
      return new FirestoreAgency(orgId, place);
    },
    ping: async () => {
      // A document that is never there: reading it costs one read and needs no index.
      await callFirestore(place, 'asking Firestore', () => client.collection('orgs').doc('ping').get());
    },
    close: async () => {
      for (const stop of watches) stop();
      if (!(await work.end())) return;
      // Terminating while the library still retries a call that nobody waits for any more would be an unhandled rejection
      // inside it. Such calls end by their own timeouts; the connection is then closed behind our back.
      const closed = calls.settled().then(() => client.terminate());
      await new TimedCalls(deadlineMs, after).run('closing', () => closed).catch(() => undefined);
    },
  };
}
