import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import type { AgencyProfile } from '../agency/profile.ts';
import type { Measure } from '../measures/measure.ts';
import { dueDayOf, isLate, isSilent } from '../measures/standing.ts';
import { measures } from '../store/collections.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';
import { thaiDay } from './thai-day.ts';

const STATES: { readonly [S in Measure['status']]: string } = {
  'not-started': 'ยังไม่เริ่ม',
  'under-way': 'กำลังดำเนินการ',
  done: 'เสร็จแล้ว',
  stopped: 'ยุติ',
};

/** `prongsai measures list`: every measure with who, until when and how far. Throws UsageError, StoreError. */
export async function measuresList(
  { store, clock, print }: CommandContext,
  { year }: { readonly year?: string },
): Promise<ExitCode> {
  const equal = year === undefined ? {} : { equal: { fiscalYear: fiscalYearArgument(year) } };
  const { docs } = await store.query(measures, { ...equal, limit: 1_000 });
  const all = docs.map(({ data }) => data).toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.no - b.no);
  if (all.length === 0) print('ยังไม่มีมาตรการ เพิ่มได้ด้วยคำสั่ง: npm run prongsai -- measures import FILE.json');
  const agency = all.length === 0 ? undefined : await readProfile(store);
  const now = clock();
  for (const measure of all) print(lines(measure, agency, now));
  return EXIT.ok;
}

function lines(measure: Measure, agency: AgencyProfile | undefined, now: Date): string {
  const { fiscalYear, no, title, status, percent, progressAt, division, owner, carriedTo, stoppedBecause } = measure;
  const marks = [
    ...(isLate(measure, now) ? ['เลยกำหนด'] : []),
    ...(isSilent(measure, now) ? ['ไม่มีความคืบหน้า 30 วัน'] : []),
    ...(carriedTo === null ? [] : [`ยกไปเป็น ${carriedTo}`]),
  ];
  const who = division === null ? owner : divisionName(agency, division);
  return [
    `${fiscalYear}-${no}  ${title}`,
    `    ${STATES[status]}${percent === null ? '' : ` ${percent}%`} | กำหนด ${thaiDay(`${dueDayOf(measure)}T00:00:00+07:00`)} | ${who ?? 'ยังไม่มีผู้รับผิดชอบ'}`,
    ...(progressAt === null ? [] : [`    รายงานล่าสุด ${thaiDay(progressAt)}`]),
    ...(stoppedBecause === null ? [] : [`    ยุติเพราะ ${stoppedBecause}`]),
    ...(marks.length === 0 ? [] : [`    ! ${marks.join(', ')}`]),
  ].join('\n');
}
