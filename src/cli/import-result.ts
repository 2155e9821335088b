import { readProfile } from '../agency/profile-record.ts';
import { importDraft } from '../assessment/assessment-records.ts';
import { readResultFile } from '../assessment/import/read-result-file.ts';
import { resolveResult } from '../assessment/import/resolve-result.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { readInputFile } from './read-input-file.ts';
import { findingsText, resultText } from './result-text.ts';

/** `prongsai import FILE.json`: keeps the result as a draft and prints what does not add up. Throws NoFile, BadFile, StoreError. */
export async function importResult({ store, clock, print }: CommandContext, path: string): Promise<ExitCode> {
  const file = readResultFile(await readInputFile(path));
  const profile = await readProfile(store);
  const resolved = resolveResult(file, { agencyName: profile?.name });
  await importDraft(store, resolved, clock);
  const { fiscalYear } = file;
  print(
    [
      `นำเข้าผลการประเมินปีงบประมาณ ${fiscalYear} เป็นฉบับร่างแล้ว ยังไม่แสดงต่อประชาชน`,
      '',
      resultText(resolved.assessment),
      `มาตรการในเอกสาร: ${resolved.measures.length} มาตรการ`,
      '',
      findingsText(resolved.findings),
      '',
      `เมื่อตรวจแล้ว เผยแพร่ด้วยคำสั่ง: npm run prongsai -- publish ${fiscalYear}`,
    ].join('\n'),
  );
  return EXIT.ok;
}
