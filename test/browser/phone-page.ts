// A page showing the phone screen, and what the tests look at on it.
import type { Browser, Page } from 'playwright-core';
import { THAI } from './chromium.ts';

/** Opens the phone screen and waits until it listens. `problems` collects errors and refusals of the page's policy. */
export async function openPhone(
  browser: Browser,
  served: { url: string },
  viewport = { width: 1280, height: 800 },
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ ...THAI, viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A picture or call that failed is no mistake of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
  });
  await page.route('https://**', (route) => route.abort());
  await reopen(page, served);
  return { page, problems };
}

/** Opens the phone screen again in the same page, with whatever state the server has now. */
export async function reopen(page: Page, served: { url: string }): Promise<void> {
  await page.goto(served.url);
  await page.waitForSelector('body[data-ready]');
}

/** Draws Flex JSON (as text, so that it may be anything) by itself, in a place of the given width in pixels. */
export async function drawAlone(page: Page, json: string, width = 300): Promise<void> {
  // As a text, because the test runner would rewrite an import() in a function.
  await page.evaluate(`import('/phone/bubbles/draw-flex.ts').then(({ drawFlex }) => {
    document.querySelector('#alone')?.remove();
    window.acted = [];
    const place = document.createElement('div');
    place.id = 'alone';
    place.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:99;width:${width}px';
    place.append(drawFlex(JSON.parse(${JSON.stringify(json)}), 'การ์ด', (action) => window.acted.push(action)));
    document.body.append(place);
  })`);
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an element drawn by `drawAlone` is, from the corner of its bubble. */
export async function rectOf(page: Page, selector: string): Promise<Rect> {
  const bubble = await page.locator('#alone .fx-bubble').first().boundingBox();
  const found = await page.locator(`#alone ${selector}`).first().boundingBox();
  if (!bubble || !found) throw new Error(`nothing drawn at ${selector}`);
  return { x: found.x - bubble.x, y: found.y - bubble.y, width: found.width, height: found.height };
}

/** The component around a drawn text. */
export function around(text: string): string {
  return `.fx-text:has(> .fx-line:text-is("${text}"))`;
}

/** A computed CSS property of an element. In words for the browser: the tests are not compiled against its types. */
export async function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const words = `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))[${JSON.stringify(property)}]`;
  return String(await page.evaluate(words));
}

/** Whether the page is wider than the screen. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) === true;
}
