import { readFile, stat } from 'node:fs/promises';
import { BadFile, WHOLE_FILE } from '../json-file/bad-file.ts';
import { MAX_FILE_BYTES } from '../json-file/read-json.ts';

/** A file that is not there or cannot be opened. The message is a sentence for the person at the terminal. */
export class NoFile extends Error {
  override readonly name = 'NoFile';
}

/** The text of a file given on the command line. Throws NoFile, or BadFile if it is too large to be one of ours. */
export async function readInputFile(path: string): Promise<string> {
  try {
    const found = await stat(path);
    // A pipe or a device has no end that is known beforehand.
    if (!found.isFile()) throw new NoFile(`${path} ไม่ใช่ไฟล์ธรรมดา โปรดตรวจชื่อไฟล์และโฟลเดอร์`);
    // Said before reading, so that a wrong path to a huge file costs nothing.
    if (found.size > MAX_FILE_BYTES) {
      throw new BadFile([
        {
          path: WHOLE_FILE,
          problem: `ไฟล์ใหญ่เกิน ${MAX_FILE_BYTES / 1024} KiB (too large)`,
          fix: 'ตรวจว่าเลือกไฟล์ถูก',
        },
      ]);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof BadFile || error instanceof NoFile) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new NoFile(`เปิดไฟล์ ${path} ไม่ได้ (${reason}) โปรดตรวจชื่อไฟล์และโฟลเดอร์`, { cause: error });
  }
}
