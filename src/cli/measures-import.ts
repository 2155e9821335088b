import { readProfile } from '../agency/profile-record.ts';
import { divisionsOf } from '../agency/division.ts';
import { BadFile } from '../json-file/bad-file.ts';
import { readJson } from '../json-file/read-json.ts';
import { doubtsAbout } from '../measures/due-day.ts';
import { PlanFileSchema, type PlanFile } from '../measures/plan-file.ts';
import { planMeasure, type Planned } from '../measures/plan-measure.ts';
import { dayOf } from '../bangkok-time.ts';
import { randomId } from '../new-id.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { readInputFile } from './read-input-file.ts';

/**
 * `prongsai measures import FILE.json`: brings the measures of a year in; doing it again has no further effect. Throws NoFile,
 * BadFile, StoreError.
 */
export async function measuresImport({ store, clock, print }: CommandContext, path: string): Promise<ExitCode> {
  const file = readJson(await readInputFile(path), PlanFileSchema);
  const divisions = divisionsOf(await readProfile(store)).map(({ id }) => id);
  checkDivisions(file, divisions);
  const run = randomId();
  const at = clock();
  const outcomes: Planned[] = [];
  for (const [index, planned] of file.measures.entries())
    outcomes.push(await planMeasure(store, file.fiscalYear, planned, { run: `import-${run}-${index}`, at }));
  print(report(file, outcomes, dayOf(at)));
  return outcomes.some(isRefused) ? EXIT.failed : EXIT.ok;
}

/** Every unknown division, with those there are, before anything is written. */
function checkDivisions(file: PlanFile, divisions: readonly string[]): void {
  const fix =
    divisions.length === 0
      ? 'เพิ่มชื่อหน่วยที่ divisions ในไฟล์ข้อมูลหน่วยงานก่อน แล้วสั่ง: npm run prongsai -- agency FILE.json'
      : `ใช้รหัสใดรหัสหนึ่งต่อไปนี้: ${divisions.join(', ')}`;
  const problems = file.measures.flatMap(({ division }, index) =>
    division === null || divisions.includes(division)
      ? []
      : [{ path: `measures[${index}].division`, problem: `ไม่รู้จักหน่วย "${division}" (unknown division)`, fix }],
  );
  if (problems.length > 0) throw new BadFile(problems);
}

function isRefused({ kind }: Planned): boolean {
  return kind === 'number-taken' || kind === 'no-number-left';
}

function report(file: PlanFile, outcomes: readonly Planned[], today: string): string {
  const count = (kind: Planned['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const refused = outcomes.flatMap((outcome, index) => {
    const { title } = file.measures[index] ?? { title: '' };
    if (outcome.kind === 'number-taken')
      return [
        `  - measures[${index}] "${title}": เลข ${outcome.measure.no} เป็นของมาตรการในรายงาน "${outcome.measure.title}" โปรดใช้เลขอื่นหรือลบ no ออก`,
      ];
    return outcome.kind === 'no-number-left' ? [`  - measures[${index}] "${title}": ปีนี้มีครบ 99 มาตรการแล้ว`] : [];
  });
  const doubtful = file.measures.flatMap(({ title, dueDate }) => {
    const doubts = dueDate === null ? [] : doubtsAbout(dueDate, file.fiscalYear, today);
    return doubts.map(
      (doubt) => `  - "${title}" (${dueDate}): ${doubt === 'past' ? 'วันครบกำหนดผ่านไปแล้ว' : 'วันครบกำหนดอยู่นอกปีงบประมาณ'}`,
    );
  });
  return [
    `มาตรการปีงบประมาณ ${file.fiscalYear}: เพิ่ม ${count('added')} ปรับปรุง ${count('updated')} เหมือนเดิม ${count('unchanged')}`,
    ...(refused.length === 0 ? [] : [`นำเข้าไม่ได้ ${refused.length} ข้อ`, ...refused]),
    ...(doubtful.length === 0 ? [] : ['โปรดตรวจวันครบกำหนด (บันทึกแล้ว)', ...doubtful]),
    `ดูทั้งหมดด้วยคำสั่ง: npm run prongsai -- measures list --year ${file.fiscalYear}`,
  ].join('\n');
}
