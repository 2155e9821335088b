import { showCode } from '../feedback/code.ts';
import { stopQrCode } from '../feedback/qr-codes.ts';
import { codeArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';

/** `prongsai qr stop CODE`: takes no more answers through the code. Throws UsageError, StoreError. */
export async function qrStop({ store, print }: CommandContext, typed: string): Promise<ExitCode> {
  const code = codeArgument(typed);
  if (!(await stopQrCode(store, code))) return noSuchCode(print, code);
  print(`หยุดรับความเห็นทางรหัส ${showCode(code)} แล้ว ความเห็นที่ได้รับยังอยู่ครบ`);
  return EXIT.ok;
}

/** Says that there is no such code. */
export function noSuchCode(print: CommandContext['print'], code: string): ExitCode {
  print(`ไม่มีรหัส ${showCode(code)} ดูรหัสทั้งหมดด้วยคำสั่ง: npm run prongsai -- qr list`);
  return EXIT.failed;
}
