// Draws `picture.svg` of the working folder as `picture.png`, in a process of its own: see draw-picture.ts.
import { rmSync } from 'node:fs';
import process from 'node:process';
import sharp from 'sharp';

/** More colours than the drawings use, with the steps between them that smooth edges need. */
const COLOURS = 64;

/** Whoever wanted the picture is gone without an end: nobody else would take the folder away. */
function leave(): void {
  rmSync(process.cwd(), { recursive: true, force: true });
  process.exit();
}
process.once('disconnect', leave);
process.channel?.unref();
if (!process.connected) leave();

sharp.cache(false);
sharp.concurrency(1);
await sharp('picture.svg', { limitInputPixels: 20_000_000 })
  .flatten({ background: '#fff' })
  .withMetadata({ density: 300 })
  .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9, effort: 1 })
  .toFile('picture.png');
