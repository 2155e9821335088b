import type { Command } from 'commander';
import type { FeedbackListOptions } from './feedback-list.ts';
import type { ForAgency } from './for-agency.ts';

/** `prongsai feedback …`. */
export function addFeedbackCommands(program: Command, forAgency: ForAgency): void {
  const feedback = program.command('feedback').description('ความเห็นถึงหน่วยงาน / what people said');
  feedback
    .command('list')
    .description('อ่านความเห็น ล่าสุดก่อน / read comments, newest first')
    .option('--year <year>', 'รอบปีงบประมาณ พ.ศ. / fiscal year, default: this one')
    .option('--indicator <no>', 'เฉพาะตัวชี้วัด / about one indicator')
    .option('--point <name>', 'เฉพาะจุดบริการ / of one service point')
    .option('--unanswered', 'เฉพาะที่ยังไม่ตอบ / not answered yet')
    .option('--limit <count>', 'จำนวนสูงสุด / at most so many, default: 20')
    .option('--after <cursor>', 'อ่านต่อจากครั้งก่อน / go on from there')
    .action(
      forAgency(async (context, options: FeedbackListOptions) =>
        (await import('./feedback-list.ts')).feedbackList(context, options),
      ),
    );
  feedback
    .command('tally')
    .description('สรุปคะแนนตามตัวชี้วัด จุดบริการ ช่องทาง สัปดาห์ และหัวข้อ / sums by group')
    .option('--year <year>', 'รอบปีงบประมาณ พ.ศ. / fiscal year, default: this one')
    .action(
      forAgency(async (context, options: { year?: string }) =>
        (await import('./feedback-tally.ts')).feedbackTally(context, options),
      ),
    );
  feedback
    .command('answer <id> <text>')
    .description('ตอบความเห็น / answer')
    .option('--replace', 'แทนที่คำตอบเดิม / put it in the place of an earlier answer')
    .action(
      forAgency(async (context, id: string, text: string, options: { replace?: boolean }) =>
        (await import('./feedback-answer.ts')).feedbackAnswer(context, id, text, options),
      ),
    );
  feedback
    .command('hide <id> <reason>')
    .description('ซ่อนข้อความที่ไม่เหมาะสม คะแนนยังนับ / hide abuse; its score still counts')
    .action(
      forAgency(async (context, id: string, reason: string) =>
        (await import('./feedback-hide.ts')).feedbackHide(context, id, reason),
      ),
    );
  feedback
    .command('show <id>')
    .description('เลิกซ่อน / put a hidden text back')
    .action(forAgency(async (context, id: string) => (await import('./feedback-hide.ts')).feedbackShow(context, id)));
  feedback
    .command('hand <id> <division>')
    .description("ส่งต่อให้สังกัด ใช้ - เมื่อไม่ระบุ / make it a division's work, - for nobody's")
    .action(
      forAgency(async (context, id: string, division: string) =>
        (await import('./feedback-hand.ts')).feedbackHand(context, id, division),
      ),
    );
  feedback
    .command('export <file>')
    .description('บันทึกทั้งรอบเป็นไฟล์ CSV / a whole round as CSV')
    .option('--year <year>', 'รอบปีงบประมาณ พ.ศ. / fiscal year, default: this one')
    .action(
      forAgency(async (context, file: string, options: { year?: string }) =>
        (await import('./feedback-export.ts')).feedbackExport(context, file, options),
      ),
    );
  feedback
    .command('clean')
    .description('ลบข้อความที่ครบกำหนดเก็บ / remove what has been kept long enough')
    .action(forAgency(async (context) => (await import('./feedback-clean.ts')).feedbackClean(context)));
}
