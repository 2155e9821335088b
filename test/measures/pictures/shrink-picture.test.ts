import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_JPEG_BYTES } from '../../../src/measures/pictures/picture.ts';
import { shrinkPicture, type SmallPicture } from '../../../src/measures/pictures/shrink-picture.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

async function small(bytes: Buffer): Promise<SmallPicture> {
  const made = await shrinkPicture(bytes);
  if (typeof made === 'string') throw new Error(`the picture was refused: ${made}`);
  return made;
}

/** A PNG that says it is that large, and ends there. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture that is kept', () => {
  it('tells nothing of where, when and with what it was taken', async () => {
    const taken = await plain(300, 200)
      .jpeg()
      .withExif({
        IFD0: { Make: 'PlantedCamera', DateTime: '2026:11:22 10:00:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '13/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '100/1 39/1 0/1',
        },
      })
      .toBuffer();
    expect(taken.includes('PlantedCamera')).toBe(true);
    expect((await sharp(taken).metadata()).exif?.length).toBeGreaterThan(100);
    const { jpeg } = await small(taken);
    const { exif, xmp, iptc, icc, format } = await sharp(jpeg).metadata();
    expect({ exif, xmp, iptc, icc, format }).toEqual({ format: 'jpeg' });
    for (const word of ['Exif', 'PlantedCamera', '2026:11:22']) expect(jpeg.includes(word)).toBe(false);
  });

  it('stands upright, as the phone that took it meant it to', async () => {
    const lying = await plain(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height, jpeg } = await small(lying);
    expect({ width, height }).toEqual({ width: 200, height: 400 });
    expect((await sharp(jpeg).metadata()).orientation).toBeUndefined();
  });

  it('is at most 1280 pixels long and fits a document, even if it is nothing but noise', async () => {
    const raw = { width: 2_600, height: 1_950, channels: 3 } as const;
    const noise = await sharp(randomBytes(raw.width * raw.height * 3), { raw })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { jpeg, width, height } = await small(noise);
    expect(jpeg.length).toBeLessThanOrEqual(MAX_JPEG_BYTES);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1_280);
    expect(width / height).toBeCloseTo(4 / 3, 1);
  });

  it('is not made larger than it was', async () => {
    expect(await small(await plain(64, 48).png().toBuffer())).toMatchObject({ width: 64, height: 48 });
  });

  it.each(['png', 'webp', 'gif', 'jpeg'] as const)('may come as %s', async (format) => {
    expect(await small(await plain(64, 48).toFormat(format).toBuffer())).toMatchObject({ width: 64 });
  });
});

describe('what is no picture', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('นี่คือข้อความ')],
    ['a drawing that could hold a script', svg],
    ['random bytes', randomBytes(5_000)],
  ])('is refused: %s', async (_, bytes) => {
    expect(await shrinkPicture(bytes)).toBe('not-a-picture');
  });

  it('is refused when its end is missing', async () => {
    const whole = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect(await shrinkPicture(whole.subarray(0, whole.length / 2))).toBe('not-a-picture');
  });

  it('is not unpacked when it says it is huge', async () => {
    expect(await shrinkPicture(hugePng(60_000))).toBe('too-big');
  });
});
