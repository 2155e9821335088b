import type { z } from 'zod';
import { BadFile, WHOLE_FILE } from './bad-file.ts';
import { problemOf } from './issue-text.ts';

/** Bytes. A full result with every item and finding is under 200 KiB; the store takes no document over 1 MiB. */
export const MAX_FILE_BYTES = 1024 * 1024;

/**
 * A JSON file written by a person or another program, checked against its schema.
 * Throws BadFile with every problem found, never anything else.
 */
export function readJson<T>(text: string, schema: z.ZodType<T>): T {
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) {
    throw new BadFile([
      {
        path: WHOLE_FILE,
        problem: `ไฟล์ใหญ่เกิน ${MAX_FILE_BYTES / 1024} KiB (too large)`,
        fix: 'ตัดส่วนที่ไม่จำเป็นออก ไฟล์ผลประเมินหนึ่งปีมีขนาดไม่เกิน 200 KiB',
      },
    ]);
  }
  const data = parse(text);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new BadFile(result.error.issues.map((issue) => problemOf(issue, data)));
}

function parse(text: string): unknown {
  try {
    // Editors on Windows begin files with a byte order mark, which JSON.parse refuses.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message.slice(0, 120) : 'unknown';
    throw new BadFile([
      {
        path: WHOLE_FILE,
        problem: `ไม่ใช่ JSON ที่ถูกต้อง (${reason})`,
        fix: 'ตรวจเครื่องหมายคำพูด จุลภาค และวงเล็บ โดยดูไฟล์ในโฟลเดอร์ examples เป็นตัวอย่าง',
      },
    ]);
  }
}
