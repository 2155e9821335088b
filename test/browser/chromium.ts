// Finding and starting the browser that the browser tests drive.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe } from 'vitest';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const HOW_TO_GET = 'no Chromium: install it (Debian: apt-get install chromium fonts-thai-tlwg) or set CHROMIUM_PATH';

// Headless, and quiet: no first-run pages, no background traffic.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Thai phone user in Bangkok. */
export const THAI: BrowserContextOptions = { locale: 'th-TH', timezoneId: 'Asia/Bangkok' };

/** The path of a Chromium: `CHROMIUM_PATH` if set, else one of the usual places; undefined if nothing is there. */
function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const places = env['CHROMIUM_PATH'] === undefined ? USUAL_PLACES : [env['CHROMIUM_PATH']];
  return places.find((path) => existsSync(path));
}

/** Starts a headless Chromium; throws with how to get one when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET);
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** A `describe` for tests that need the browser: skipped without one, and failing without one where `CI=true`. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isThere = findChromium() !== undefined;
  const isDemanded = process.env['CI'] === 'true';
  if (!isThere && isDemanded) throw new Error(HOW_TO_GET);
  describe.skipIf(!isThere)(isThere ? name : `${name} (skipped: ${HOW_TO_GET})`, () => {
    tests();
  });
}
