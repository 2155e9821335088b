import { open } from 'node:fs/promises';
import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { showFeedbackId } from '../feedback/feedback-id.ts';
import type { Feedback } from '../feedback/feedback.ts';
import { listFeedback } from '../feedback/read-feedback.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { aboutOf, CHANNEL_NAMES, GENERAL, reasonNames, scoreName, STATE_NAMES } from '../feedback/feedback-words.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';
import { NoFile } from './read-input-file.ts';
import { thaiDay } from './thai-day.ts';

const HEAD = [
  'รหัสอ้างอิง',
  'วันที่',
  'ปีงบประมาณ',
  'จุดบริการ',
  'ช่องทาง',
  'ผู้ตอบ',
  'คะแนน',
  'ระดับ',
  'ตัวชี้วัด',
  'หัวข้อ',
  'ความเห็น',
  'คำตอบ',
  'สถานะ',
];

/**
 * `prongsai feedback export FILE`: a whole round as CSV, readable by its owner only. Hidden answers keep their score and
 * lose their words. Throws NoFile if it cannot be written, UsageError, StoreError.
 */
export async function feedbackExport(
  { store, clock, print }: CommandContext,
  path: string,
  { year }: { readonly year?: string },
): Promise<ExitCode> {
  const fiscalYear = year === undefined ? fiscalYearOf(clock()) : fiscalYearArgument(year);
  const file = await openForWriting(path);
  let rows = 0;
  try {
    await file.write(BYTE_ORDER_MARK + csvLine(HEAD));
    let after: string | undefined;
    do {
      const more = after === undefined ? {} : { after };
      const page = await listFeedback(store, { fiscalYear, everything: true, limit: 1_000, ...more });
      await file.write(page.docs.map(({ id, data }) => csvLine(cells(id, data))).join(''));
      rows += page.docs.length;
      after = page.next;
    } while (after !== undefined);
  } finally {
    await file.close();
  }
  print(`บันทึกความเห็น ${rows} รายการของรอบปีงบประมาณ ${fiscalYear} ไว้ที่ ${path} แล้ว โปรดเก็บไฟล์นี้เป็นความลับ`);
  return EXIT.ok;
}

function cells(id: string, data: Feedback): readonly (string | number)[] {
  const hidden = data.state === 'hidden';
  return [
    showFeedbackId(id),
    thaiDay(data.givenAtMs),
    data.fiscalYear,
    data.point ?? GENERAL,
    CHANNEL_NAMES[data.channel],
    data.audience === 'staff' ? 'เจ้าหน้าที่' : 'ประชาชน',
    data.score,
    scoreName(data.score),
    aboutOf(data).join(' '),
    reasonNames(data).join('; '),
    hidden ? '' : (data.comment ?? ''),
    hidden ? '' : (data.reply?.text ?? ''),
    STATE_NAMES[data.state],
  ];
}

async function openForWriting(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new NoFile(`เขียนไฟล์ ${path} ไม่ได้ (${reason}) โปรดตรวจชื่อไฟล์และโฟลเดอร์`, { cause: error });
  }
}
