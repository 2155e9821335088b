import { randomBytes } from 'node:crypto';
import { readProfile } from '../agency/profile-record.ts';
import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { newCode, showCode } from '../code.ts';
import { kioskUrl } from '../feedback/links.ts';
import { makeCode } from '../feedback/work-on-codes.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';
import { divisionArgument } from './people-arguments.ts';
import { fiscalYearArgument, UsageError } from './fiscal-year-argument.ts';
import { indicatorsArgument } from './indicators-argument.ts';
import { momentArgument } from './moment-argument.ts';

/** Everything as typed. */
export interface QrCreateOptions {
  readonly place?: string;
  readonly year?: string;
  readonly division?: string;
  readonly staff?: boolean;
  readonly kiosk?: boolean;
  readonly indicators?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `prongsai qr create POINT`: makes a code for a service point. Throws UsageError, StoreError. */
export async function qrCreate(
  { store, clock, print, publicUrl }: CommandContext,
  point: string,
  options: QrCreateOptions,
): Promise<ExitCode> {
  checkName(point);
  if ((options.place?.trim().length ?? 0) > 120) throw new UsageError('ที่ตั้งยาวได้ไม่เกิน 120 ตัวอักษร');
  const fiscalYear = options.year === undefined ? fiscalYearOf(clock()) : fiscalYearArgument(options.year);
  const opensAt = options.from === undefined ? null : momentArgument(options.from, 'first');
  const endsAt = options.to === undefined ? null : momentArgument(options.to, 'last');
  if (opensAt !== null && endsAt !== null && opensAt > endsAt) throw new UsageError('วันเริ่มอยู่หลังวันสิ้นสุด โปรดตรวจวันที่');
  if (endsAt !== null && Date.parse(endsAt) < clock().getTime())
    throw new UsageError('วันสุดท้ายผ่านไปแล้ว โปรดตรวจวันที่ ถ้าไม่กำหนดวันสุดท้าย ไม่ต้องใส่ --to');
  const wanted = {
    point,
    place: options.place ?? null,
    fiscalYear,
    audience: options.staff === true ? 'staff' : 'citizen',
    ...(options.indicators === undefined ? {} : { indicators: indicatorsArgument(options.indicators) }),
    ...(options.division === undefined
      ? {}
      : { division: divisionArgument(options.division, await readProfile(store)) }),
    opensAt,
    endsAt,
    kiosk: options.kiosk === true,
  } as const;
  const deed = commandDeed(clock);
  const { code } = await store.transaction((tx) => makeCode(tx, deed, wanted, () => newCode(randomBytes)));
  print(
    [
      `สร้างรหัส ${showCode(code)} สำหรับ "${point.trim()}" รอบปีงบประมาณ ${fiscalYear} แล้ว`,
      options.kiosk === true
        ? `เปิดบนแท็บเล็ตที่จุดบริการ: ${kioskUrl(publicUrl ?? 'ที่อยู่ของระบบ ตามด้วย ', code)}`
        : `ทำโปสเตอร์ไปติด: npm run prongsai -- qr poster ${showCode(code)} poster.png`,
    ].join('\n'),
  );
  return EXIT.ok;
}

/** Throws UsageError unless it can be the name of a service point. */
export function checkName(point: string): void {
  const { length } = point.trim();
  if (length < 1 || length > 80) throw new UsageError(`ชื่อจุดบริการต้องมี 1 ถึง 80 ตัวอักษร ที่พิมพ์มามี ${length} ตัว`);
}
