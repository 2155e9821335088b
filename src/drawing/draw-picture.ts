import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFile, WEIGHTS } from './font-file.ts';
import { inTurn } from './in-turn.ts';
import { PictureError } from './picture-error.ts';

/** Drawing takes about a second; a process that needs this long (ms) hangs and is ended. */
const DEADLINE_MS = 30_000;
/** Pictures that may wait for their turn; about as long as a person waits for the last of them. */
const MAX_WAITING = 20;

const CHILD = fileURLToPath(new URL('draw-child.ts', import.meta.url));

/**
 * Draws an SVG as a palette PNG at 300 dpi, one picture at a time. Each is drawn in a process of its own: its memory
 * (about 150 MB at A4) is given back whole, the fonts it may use are named in its environment, which is read before any
 * code runs, and nothing else of our environment reaches it, so no secret does. `signal` ends it early. Throws PictureError.
 */
export function drawPicture(svg: string, signal?: AbortSignal): Promise<Buffer> {
  return drawInTurn({ svg, signal });
}

interface Job {
  readonly svg: string;
  readonly signal: AbortSignal | undefined;
}

const drawInTurn = inTurn(draw, {
  maxWaiting: MAX_WAITING,
  refuse: () => new PictureError('busy', `${MAX_WAITING} pictures are waiting to be drawn already; try again later`),
});

async function draw({ svg, signal }: Job): Promise<Buffer> {
  if (signal?.aborted) throw new PictureError('failed', 'it is not wanted any more');
  const folder = await mkdtemp(join(tmpdir(), 'prongsai-picture-'));
  try {
    await writeFile(join(folder, 'picture.svg'), svg);
    await writeFile(join(folder, 'fonts.conf'), fontsConf(folder));
    await runChild(folder, signal);
    return await readFile(join(folder, 'picture.png'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Only our own fonts, so that a picture looks the same on every machine. */
function fontsConf(folder: string): string {
  const dirs = WEIGHTS.map((weight) => `<dir>${dirname(fontFile(weight))}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}</cachedir></fontconfig>\n`;
}

async function runChild(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const child = fork(CHILD, [], {
    cwd: folder,
    env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: DEADLINE_MS,
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  const end = await new Promise<string>((resolve) => {
    // Of a process that runs, only its end counts: until then it may write into the folder.
    child.on('error', (error) => child.pid === undefined && resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `it ended with ${signal ?? code}`));
  });
  if (end !== '') throw new PictureError('failed', `the picture could not be drawn: ${end} ${said}`.trim());
}
