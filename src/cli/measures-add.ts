import { divisionsOf } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { dayOf } from '../bangkok-time.ts';
import { MAX_TITLE, measureId } from '../measures/measure.ts';
import { PlannedMeasureSchema } from '../measures/plan-file.ts';
import { measuresOfYear, planMeasure } from '../measures/plan-measure.ts';
import { randomId } from '../new-id.ts';
import type { AgencyStore } from '../store/port.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument, UsageError } from './fiscal-year-argument.ts';
import { indicatorsArgument } from './indicators-argument.ts';
import { momentArgument } from './moment-argument.ts';

/** Everything as typed. */
export interface MeasuresAddOptions {
  readonly year?: string;
  readonly indicators?: string;
  readonly items?: string;
  readonly division?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly step?: readonly string[];
}

/** `prongsai measures add TITLE`: one measure more; not twice under the same title in the same year. Throws UsageError, StoreError. */
export async function measuresAdd(
  { store, clock, print }: CommandContext,
  title: string,
  options: MeasuresAddOptions,
): Promise<ExitCode> {
  const at = clock();
  const fiscalYear = options.year === undefined ? fiscalYearOf(at) : fiscalYearArgument(options.year);
  const { length } = title.trim();
  if (length < 1 || length > MAX_TITLE) throw new UsageError(`ชื่อมาตรการต้องมี 1 ถึง ${MAX_TITLE} ตัวอักษร`);
  const planned = PlannedMeasureSchema.safeParse({
    title,
    steps: options.step ?? [],
    indicators: options.indicators === undefined ? [] : indicatorsArgument(options.indicators),
    items: options.items === undefined ? [] : itemsArgument(options.items),
    owner: options.owner ?? null,
    division: options.division === undefined ? null : await divisionArgument(store, options.division),
    dueDate: options.due === undefined ? null : dayOf(new Date(momentArgument(options.due, 'first'))),
  });
  if (!planned.success) throw new UsageError('ขั้นตอนหรือผู้รับผิดชอบยาวเกินไป (ขั้นตอน 500 ตัวอักษร ผู้รับผิดชอบ 200 ตัวอักษร)');
  const same = (await measuresOfYear(store, fiscalYear)).find(({ data }) => data.title === planned.data.title);
  if (same) {
    print(`มีมาตรการนี้ในปีงบประมาณ ${fiscalYear} แล้ว (${same.id}) ไม่มีอะไรเปลี่ยนแปลง`);
    return EXIT.failed;
  }
  const outcome = await planMeasure(store, fiscalYear, planned.data, { run: `add-${randomId()}`, at });
  if (outcome.kind === 'no-number-left') {
    print(`ปีงบประมาณ ${fiscalYear} มีครบ 99 มาตรการแล้ว`);
    return EXIT.failed;
  }
  print(`เพิ่มมาตรการ ${measureId(outcome.measure)} "${planned.data.title}" แล้ว ประชาชนเห็นได้ทันที`);
  return EXIT.ok;
}

/** Item codes as typed, e.g. `i29, E11`. Throws UsageError. */
function itemsArgument(text: string): readonly string[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  const wrong = codes.find((code) => !/^[IEO][1-9]\d?$/.test(code));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" ไม่ใช่รหัสข้อ ตัวอย่าง: I29,E11`);
  return [...new Set(codes)];
}

/** A division that the profile knows. Throws UsageError. */
async function divisionArgument(store: AgencyStore, id: string): Promise<string> {
  const known = divisionsOf(await readProfile(store));
  if (known.some((division) => division.id === id)) return id;
  const which = known.map((division) => `${division.id} (${division.name})`).join(', ');
  throw new UsageError(
    known.length === 0
      ? 'ยังไม่มีหน่วยในข้อมูลหน่วยงาน เพิ่มที่ divisions ในไฟล์ข้อมูลหน่วยงานก่อน'
      : `ไม่รู้จักหน่วย "${id}" ที่มีคือ ${which}`,
  );
}
