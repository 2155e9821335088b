import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { SCALE } from '../feedback/scale.ts';
import { tallyOverview, type TallyRow } from '../feedback/tally-overview.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { groupName } from '../feedback/feedback-words.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';

/** `prongsai feedback tally`: how many said what, by every group. Throws UsageError, StoreError. */
export async function feedbackTally(
  { store, clock, print }: CommandContext,
  { year }: { readonly year?: string },
): Promise<ExitCode> {
  const fiscalYear = year === undefined ? fiscalYearOf(clock()) : fiscalYearArgument(year);
  const rows = await tallyOverview(store, fiscalYear, clock());
  print(
    [
      `สรุปความเห็นรอบปีงบประมาณ ${fiscalYear} (ความเห็นถึงหน่วยงาน ไม่ใช่ผล EIT)`,
      ...rows.map((row) => `${groupName(fiscalYear, row)}\n    ${tallyText(row)}`),
    ].join('\n'),
  );
  return EXIT.ok;
}

function tallyText({ tally, change, dimension }: TallyRow): string {
  if (tally === undefined) return 'น้อยกว่า 5 คน';
  const steps = SCALE.map(({ name }, step) => `${name} ${((tally.shares[step] ?? 0) * 100).toFixed(2)}%`);
  const before = dimension === 'week' ? 'สัปดาห์ก่อน' : 'ปีก่อน';
  const sign = change !== null && change > 0 ? '+' : '';
  const changed = change === null ? '' : ` (${sign}${change.toFixed(2)} จาก${before})`;
  return `${tally.n} คน เฉลี่ย ${(tally.mean ?? 0).toFixed(2)}${changed} | ${steps.join(' | ')}`;
}
