import { writeFile } from 'node:fs/promises';
import { NoFile } from './read-input-file.ts';

/** Side of the PNG of a code (pixels): 8.7 cm at 300 dpi. */
const PNG_PIXELS = 1_024;

/** A QR code of the text as a file's contents. */
export async function qrFile(kind: 'svg' | 'png', text: string): Promise<string | Buffer> {
  if (kind === 'svg') return (await import('../poster/qr-svg.ts')).qrSvg(text);
  return (await import('../poster/qr-png.ts')).qrPng(text, PNG_PIXELS);
}

/** Writes a picture, replacing what is there. Throws NoFile. */
export async function writePicture(path: string, picture: string | Buffer): Promise<void> {
  try {
    await writeFile(path, picture);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new NoFile(`เขียนไฟล์ ${path} ไม่ได้ (${reason}) โปรดตรวจชื่อไฟล์และโฟลเดอร์`, { cause: error });
  }
}
