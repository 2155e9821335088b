import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where tests find a Firestore emulator, or why there is none. */
export type FirestoreEmulator = { readonly host: string } | { readonly missing: string };

export interface RunningEmulator {
  readonly host: string;
  readonly stop: () => Promise<void>;
}

const HOW_TO_GET_IT =
  'install Java 17 and then `gcloud components install cloud-firestore-emulator` ' +
  'or `npx firebase-tools setup:emulators:firestore`, or set FIRESTORE_EMULATOR_HOST to one that is running';
const READY_WITHIN_MS = 30_000;
const JAR_IN_SDK = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

/** The emulator's jar: in the Google Cloud CLI, else in firebase-tools' cache; undefined if it is in neither. */
export function findEmulatorJar(): string | undefined {
  const sdks = ['/usr/lib/google-cloud-sdk', '/opt/google-cloud-sdk', join(homedir(), 'google-cloud-sdk')];
  const inUsualSdk = sdks.map((sdk) => join(sdk, JAR_IN_SDK)).find((jar) => existsSync(jar));
  if (inUsualSdk !== undefined) return inUsualSdk;
  const sdk = ask('gcloud', ['info', '--format=value(installation.sdk_root)']);
  if (sdk !== undefined && existsSync(join(sdk, JAR_IN_SDK))) return join(sdk, JAR_IN_SDK);
  const cache = join(homedir(), '.cache/firebase/emulators');
  if (!existsSync(cache)) return undefined;
  const jars = readdirSync(cache).filter((name) => /^cloud-firestore-emulator.*\.jar$/u.test(name));
  const newest = jars.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? undefined : join(cache, newest);
}

/** Why the emulator cannot be started here, with how to get it; undefined if it can. */
export function whyNoEmulator(jar: string | undefined): string | undefined {
  if (jar === undefined) return `no Firestore emulator was found: ${HOW_TO_GET_IT}`;
  if (ask('java', ['-version']) === undefined) return `no Java was found: ${HOW_TO_GET_IT}`;
  return undefined;
}

/** Starts the emulator with our rules on a free port of loopback and waits until it answers. */
export async function startEmulator(jar: string): Promise<RunningEmulator> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const java = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-Duser.language=en', '-cp', jar];
  const start = ['com.google.cloud.datastore.emulator.firestore.CloudFirestore', 'start'];
  const options = ['--host=127.0.0.1', `--port=${port}`, `--rules=${resolve('firestore.rules')}`];
  // Java itself and not a script around it: the process we hold is the one to stop.
  const child = spawn('java', [...java, ...start, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  // Should this process end without stopping it, it must not go on alone.
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = (): Promise<void> => end(child);
  const problem = await untilReady(host, child);
  if (problem === undefined) return { host, stop };
  await stop();
  throw new Error(`the Firestore emulator ${problem}. It said:\n${output || '(nothing)'}`);
}

async function untilReady(host: string, child: ChildProcess): Promise<string | undefined> {
  const until = Date.now() + READY_WITHIN_MS;
  let failure: string | undefined;
  child.once('error', (error) => (failure = `could not be started (${error.message})`));
  child.once('exit', (code) => (failure = `ended with code ${code} (it needs Java 17 or newer)`));
  while (Date.now() < until) {
    if (failure !== undefined) return failure;
    const answered = await fetch(`http://${host}/`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return undefined;
    await new Promise((done) => setTimeout(done, 50));
  }
  return `did not answer within ${READY_WITHIN_MS / 1_000} s`;
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function ask(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim();
  } catch {
    return undefined;
  }
}
