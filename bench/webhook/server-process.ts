import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server under measurement: its port, what it has used, and how to end it. */
export interface ServerProcess {
  readonly port: number;
  /** CPU seconds and resident bytes so far, as the process itself tells. */
  usage(): Promise<{ cpuSeconds: number; residentBytes: number }>;
  stop(): Promise<void>;
}

/** The flags `npm start` gives Node, so that what is measured is what people run. */
export const PRODUCT_FLAGS = startFlags();

function startFlags(): readonly string[] {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Starts `script` (path from the project's root) with Node as it is and waits for the line that names its port. */
export async function startServer(
  script: string,
  env: Record<string, string>,
  usagePath: string,
  flags: readonly string[] = [],
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [...flags, fileURLToPath(new URL(`../../${script}`, import.meta.url))],
    {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const line = /(?:listening|listens on port) (\d+)/.exec(chunk.toString());
      if (line) resolve(Number(line[1]));
    });
  });
  return {
    port,
    usage: async () => {
      const text = await (await fetch(`http://127.0.0.1:${port}${usagePath}`)).text();
      const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
      return { cpuSeconds: value('process_cpu_seconds_total'), residentBytes: value('process_resident_memory_bytes') };
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
