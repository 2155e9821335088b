import { plainPng } from './plain-png.ts';

/** A file that was sent or uploaded. */
export interface Media {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Files by message id or rich menu id. */
export type MediaStore = Map<string, Media>;

/** What a persona sends when asked for a picture. */
export const smallPicture = (): Media => ({ type: 'image/png', bytes: plainPng(240, 160, [6, 120, 90]) });

/** Silence of `ms` milliseconds: 8-bit mono PCM at 8 kHz in a WAV file. */
export function silence(ms: number): Media {
  const samples = Buffer.alloc(Math.round(ms * 8), 0x80);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return { type: 'audio/wav', bytes: Buffer.concat([header, samples]) };
}
