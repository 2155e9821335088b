import { publishYear, type PublishOutcome } from '../measures/publish-result.ts';
import { aboutName } from './about-name.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';

/** `prongsai publish YEAR`: makes the imported draft public. Throws UsageError, StoreError. */
export async function publish({ store, clock, print }: CommandContext, year: string): Promise<ExitCode> {
  const fiscalYear = fiscalYearArgument(year);
  const outcome = await publishYear(store, fiscalYear, clock);
  print(outcomeText(fiscalYear, outcome));
  return outcome.kind === 'not-imported' ? EXIT.failed : EXIT.ok;
}

function outcomeText(fiscalYear: number, outcome: PublishOutcome): string {
  if (outcome.kind === 'not-imported') {
    return `ยังไม่มีผลการประเมินปีงบประมาณ ${fiscalYear} โปรดนำเข้าก่อนด้วยคำสั่ง: npm run prongsai -- import FILE.json`;
  }
  if (outcome.kind === 'already-published') {
    return `ผลการประเมินปีงบประมาณ ${fiscalYear} เผยแพร่อยู่แล้ว และไม่มีฉบับร่างที่ใหม่กว่า`;
  }
  const { created, updated, removed, kept } = outcome.measures;
  const confirmed = outcome.confirmed.map(({ about, used }) => `  - ${aboutName(about)}: ${used}`);
  return [
    `เผยแพร่ผลการประเมินปีงบประมาณ ${fiscalYear} แล้ว${outcome.replaced ? ' (แทนฉบับเดิม)' : ''}`,
    `มาตรการ: เพิ่ม ${created.length} ปรับข้อความ ${updated.length} นำออก ${removed.length} คงไว้ตามเดิม ${kept.length}`,
    ...(confirmed.length === 0 ? [] : [`ถือว่าเจ้าหน้าที่ยืนยันแล้ว ${confirmed.length} เรื่อง`, ...confirmed]),
    `หากต้องการถอนกลับ: npm run prongsai -- unpublish ${fiscalYear}`,
  ].join('\n');
}
