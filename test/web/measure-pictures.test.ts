import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/measures/pictures/picture.ts';
import { pictureIdOf } from '../../src/measures/pictures/picture.ts';
import { pictures } from '../../src/store/collections.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { measure } from '../chat/answers/knowledge.ts';
import { startWeb, type WebHarness } from './web-harness.ts';

const ID = pictureIdOf('event');
const JPEG = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
  .jpeg()
  .toBuffer();

let web: WebHarness;
afterEach(() => web.close());

/** A server that knows measure 1 of 2570, and this picture. */
async function start(more: Partial<Picture> = {}): Promise<void> {
  web = await startWeb({ measures: [measure(1, { fiscalYear: 2570, promisedIn: null })] });
  await web.store.set(pictures, ID, {
    measure: '2570-1',
    progress: 'event',
    atMs: 1,
    state: 'kept',
    messageId: null,
    lostBecause: null,
    jpeg: JPEG.toString('base64'),
    width: 40,
    height: 30,
    ...more,
  });
}

describe('the picture of a measure', () => {
  it('is served to everybody who may see the measure, for long, also into other apps', async () => {
    await start();
    const response = await fetch(`${web.url}/pictures/${ID}.jpg`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(JPEG);
    const headers = ['content-type', 'cache-control', 'cross-origin-resource-policy', 'x-content-type-options'];
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      'image/jpeg',
      'public, max-age=2592000, immutable',
      'cross-origin',
      'nosniff',
    ]);
  });

  it.each<readonly [string, Partial<Picture>]>([
    ['of a measure that is not public', { measure: '2566-1' }],
    ['that is still waited for', { state: 'waiting', jpeg: null, messageId: '1' }],
    ['that was lost', { state: 'lost', jpeg: null, lostBecause: 'gone' }],
  ])('is not there: one %s', async (_, more) => {
    await start(more);
    const page = await web.get(`/pictures/${ID}.jpg`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('ไม่พบรูปนี้');
    expect(page.headers.get('cache-control')).not.toContain('public');
  });

  it.each(['/pictures/x.jpg', `/pictures/${ID}`, `/pictures/${'a'.repeat(22)}.jpg`, '/pictures/..%2f..%2fx.jpg'])(
    'is nothing else: %s',
    async (path) => {
      await start();
      expect((await web.get(path)).status).toBe(404);
    },
  );

  it('is asked for again later when the store does not answer', async () => {
    await start();
    web.faults.fail(new StoreError('unavailable', 'down'), 'get');
    const page = await web.get(`/pictures/${ID}.jpg`);
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
    web.faults.heal();
  });
});
