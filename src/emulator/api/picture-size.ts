export interface PictureSize {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Kind and size in pixels of a PNG or JPEG, read from its header; undefined for anything else. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const data = Buffer.from(bytes);
  if (data.length >= 24 && data.subarray(0, 8).equals(PNG)) {
    return { type: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  return data.length >= 4 && data.readUInt16BE(0) === 0xff_d8 ? jpegSize(data) : undefined;
}

/** Walks the segments of a JPEG to its frame header (SOF0–SOF15, without the tables DHT, JPG and DAC). */
function jpegSize(data: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 <= data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt16BE(at);
    if (marker < 0xff_c0 || marker > 0xff_fe) return undefined;
    const isFrame = marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
  }
  return undefined;
}
