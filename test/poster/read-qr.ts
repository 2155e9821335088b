import decodeQR from 'qr/decode.js';
import sharp from 'sharp';

/** What a phone reads from a picture (PNG, JPEG or SVG). Throws if there is no code or it cannot be read. */
export async function readQr(picture: Buffer | string): Promise<string> {
  const input = typeof picture === 'string' ? Buffer.from(picture) : picture;
  const { data, info } = await sharp(input)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The time limit is for live cameras; a test on a busy machine may take longer.
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: 5_000 });
}
