// Draws `picture.svg` of the working folder as `picture.png`, in a process of its own: see draw-picture.ts.
import sharp from 'sharp';

/** More colours than the drawings use, with the steps between them that smooth edges need. */
const COLOURS = 64;

sharp.cache(false);
sharp.concurrency(1);
await sharp('picture.svg', { limitInputPixels: 20_000_000 })
  .flatten({ background: '#fff' })
  .withMetadata({ density: 300 })
  .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9, effort: 1 })
  .toFile('picture.png');
