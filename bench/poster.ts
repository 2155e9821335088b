import { readdirSync, readFileSync } from 'node:fs';
import { questionUrl } from '../src/feedback/links.ts';
import { posterPage } from '../src/poster/poster-page.ts';
import { posterPng } from '../src/poster/poster-png.ts';
import { posterSvg } from '../src/poster/poster-svg.ts';
import { qrPng } from '../src/poster/qr-png.ts';
import { qrSvg } from '../src/poster/qr-svg.ts';
import { samplePoster } from '../test/poster/sample-poster.ts';
import { median, table } from './table.ts';

const POSTERS = 5;
const SMALL = 200;

/** Time, size and memory of the pictures of a code. The poster is drawn in a process of its own, whose peak is watched. */
export async function measurePosters(): Promise<void> {
  const url = questionUrl(samplePoster.publicUrl, samplePoster.code);
  const before = residentMb();
  const rows = [
    await measure('QR code, SVG', SMALL, () => qrSvg(url)),
    await measure('QR code, PNG 1,024 px', SMALL, () => qrPng(url, 1_024)),
    await measure('poster, SVG', SMALL, () => posterSvg(samplePoster)),
    await measure('poster, page', SMALL, () => posterPage(samplePoster, true)),
  ];
  const watch = watchChildren();
  rows.push(await measure('poster, PNG 2,480 × 3,508', POSTERS, () => posterPng(samplePoster)));
  const peak = watch.stop();
  console.log('\nPictures of a code');
  table(['', 'median ms', 'slowest ms', 'KB'], rows);
  const child = peak === undefined ? 'not measured on this system' : `${peak.toFixed(0)} MB at most`;
  console.log(
    `Memory: drawing process ${child}, gone afterwards; this process grew by ${(residentMb() - before).toFixed(0)} MB`,
  );
}

async function measure(name: string, turns: number, make: () => string | Buffer | Promise<Buffer>): Promise<string[]> {
  const times: number[] = [];
  let bytes = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const started = performance.now();
    bytes = Buffer.byteLength(await make());
    times.push(performance.now() - started);
  }
  return [name, median(times).toFixed(2), Math.max(...times).toFixed(2), (bytes / 1024).toFixed(1)];
}

const residentMb = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** The highest resident memory (MB) of child processes while watched; Linux only. */
function watchChildren(): { stop: () => number | undefined } {
  let peak: number | undefined;
  const timer = setInterval(() => {
    for (const pid of children()) peak = Math.max(peak ?? 0, highWaterMb(pid));
  }, 10);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function children(): string[] {
  try {
    const tasks = readdirSync('/proc/self/task');
    return tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean));
  } catch {
    return [];
  }
}

function highWaterMb(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // It has ended meanwhile.
  }
}
