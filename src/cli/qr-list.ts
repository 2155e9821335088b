import { showCode } from '../code.ts';
import { codeState, CODE_STATE_NAMES } from '../feedback/code-state.ts';
import { listQrCodes } from '../feedback/qr-codes.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { fiscalYearArgument } from './fiscal-year-argument.ts';
import { thaiDay } from './thai-day.ts';

/** `prongsai qr list`: every code with its point, round, state and scans. Throws UsageError, StoreError. */
export async function qrList(
  { store, clock, print }: CommandContext,
  { year }: { readonly year?: string },
): Promise<ExitCode> {
  const codes = await listQrCodes(store, year === undefined ? undefined : fiscalYearArgument(year));
  if (codes.length === 0) print('ยังไม่มีรหัส สร้างได้ด้วยคำสั่ง: npm run prongsai -- qr create "ชื่อจุดบริการ"');
  for (const { id, data } of codes) {
    const until = data.endsAt === null ? '' : ` ถึง ${thaiDay(data.endsAt)}`;
    const from = data.opensAt === null ? '' : ` ตั้งแต่ ${thaiDay(data.opensAt)}`;
    print(
      [
        `${showCode(id)}  ${data.point}${data.place === null ? '' : ` (${data.place})`}`,
        `    ปีงบประมาณ ${data.fiscalYear} | ${data.audience === 'staff' ? 'ถามเจ้าหน้าที่' : 'ถามประชาชน'}${data.kiosk ? ' | บนแท็บเล็ต' : ''} | ตัวชี้วัดที่ ${data.indicators.join(', ')}`,
        `    ${CODE_STATE_NAMES[codeState(data, clock())]}${from}${until} | สแกน ${data.scans} ครั้ง`,
      ].join('\n'),
    );
  }
  return EXIT.ok;
}
