import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { drawPicture } from '../../src/drawing/draw-picture.ts';
import { typeface } from '../../src/drawing/typeface.ts';
import { temporaryFolder } from '../server-process.ts';

afterEach(() => vi.unstubAllEnvs());

const SMALL = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

describe('drawing', () => {
  it.each(['บริการวันนี้เป็นอย่างไร', 'น้ำประปาที่นี่', 'ญี่ปุ่น ฏฐ', 'bangkhrok.go.th/q/7K9D-M2X4-TQ8'])(
    'sets “%s” as wide as was measured, so in the typeface that was meant',
    async (text) => {
      const size = 100;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="50" y="130" font-family="Sarabun" font-weight="700" font-size="${size}">${text}</text></svg>`;
      const { info } = await sharp(await drawPicture(svg))
        .trim({ background: '#fff' })
        .toBuffer({ resolveWithObject: true });
      const measured = typeface(700).width(text) * size;
      expect(Math.abs(info.width - measured)).toBeLessThan(0.2 * size);
    },
  );

  it('says what is wrong with a drawing that is none, and draws the next one', async () => {
    const broken = drawPicture('<svg');
    const next = drawPicture(SMALL);
    await expect(broken).rejects.toMatchObject({ name: 'PictureError', kind: 'failed' });
    expect(await sharp(await next).metadata()).toMatchObject({ width: 9 });
  });

  it('ends early when it is not wanted any more, leaves no files, and draws the next one', async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    vi.stubEnv('TMPDIR', folder.path);
    const stop = new AbortController();
    const [running, waiting] = [drawPicture(SMALL, stop.signal), drawPicture(SMALL, stop.signal)];
    await expect.poll(() => readdir(folder.path)).toHaveLength(1);
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'PictureError' });
    await expect(waiting).rejects.toMatchObject({ name: 'PictureError' });
    expect(await sharp(await drawPicture(SMALL)).metadata()).toMatchObject({ width: 9 });
    expect(await readdir(folder.path)).toEqual([]);
  });
});
