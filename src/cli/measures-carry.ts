import { carryMeasures } from '../measures/carry-measures.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';

/** `prongsai measures carry YEAR`: lets what is unfinished go on in the next year. Throws UsageError, StoreError. */
export async function measuresCarry({ store, clock, print }: CommandContext, typed: string): Promise<ExitCode> {
  const year = fiscalYearArgument(typed);
  const { carried, before, closed, noNumberLeft } = await carryMeasures(store, year, clock);
  if (carried.length + before.length + closed.length + noNumberLeft.length === 0) {
    print(`ไม่มีมาตรการในปีงบประมาณ ${year}`);
    return EXIT.failed;
  }
  print(
    [
      `ยกมาตรการจากปีงบประมาณ ${year} ไปปี ${year + 1}: ${carried.length} มาตรการ`,
      ...carried.map(({ from, to, title }) => `  - ${from} → ${to}  ${title}`),
      ...(before.length === 0 ? [] : [`ยกไปก่อนหน้านี้แล้ว ${before.length}: ${before.join(', ')}`]),
      ...(closed.length === 0 ? [] : [`เสร็จหรือยุติแล้ว ไม่ต้องยก ${closed.length}: ${closed.join(', ')}`]),
      ...(noNumberLeft.length === 0
        ? []
        : [`ยกไม่ได้ เพราะปี ${year + 1} มีครบ 99 มาตรการแล้ว: ${noNumberLeft.join(', ')}`]),
    ].join('\n'),
  );
  return noNumberLeft.length === 0 ? EXIT.ok : EXIT.failed;
}
