import { unpublishYear, type UnpublishOutcome } from '../measures/publish-result.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';

const TEXT: Readonly<Record<UnpublishOutcome['kind'], (year: number) => string>> = {
  unpublished: (year) => `ถอนผลการประเมินปีงบประมาณ ${year} แล้ว ประชาชนไม่เห็นอีก และยังเก็บไว้เป็นฉบับร่าง`,
  'not-published': (year) => `ผลการประเมินปีงบประมาณ ${year} ยังไม่ได้เผยแพร่`,
  'not-imported': (year) => `ไม่มีผลการประเมินปีงบประมาณ ${year}`,
};

/** `prongsai unpublish YEAR`: takes a year back from the public. Throws UsageError, StoreError. */
export async function unpublish({ store, clock, print }: CommandContext, year: string): Promise<ExitCode> {
  const fiscalYear = fiscalYearArgument(year);
  const { kind } = await unpublishYear(store, fiscalYear, clock);
  print(TEXT[kind](fiscalYear));
  return kind === 'not-imported' ? EXIT.failed : EXIT.ok;
}
