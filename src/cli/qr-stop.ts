import { showCode } from '../code.ts';
import { reopenCode, stopCode } from '../feedback/work-on-codes.ts';
import { codeArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';

/** `prongsai qr stop CODE`: takes no more answers through the code. Throws UsageError, StoreError. */
export async function qrStop({ store, clock, print }: CommandContext, typed: string): Promise<ExitCode> {
  const code = codeArgument(typed);
  const deed = commandDeed(clock);
  if (!(await store.transaction((tx) => stopCode(tx, deed, code)))) return noSuchCode(print, code);
  print(`หยุดรับความเห็นทางรหัส ${showCode(code)} แล้ว ความเห็นที่ได้รับยังอยู่ครบ`);
  return EXIT.ok;
}

/** `prongsai qr open CODE`: takes answers again through a stopped code. Throws UsageError, StoreError. */
export async function qrOpen({ store, clock, print }: CommandContext, typed: string): Promise<ExitCode> {
  const code = codeArgument(typed);
  const deed = commandDeed(clock);
  if (!(await store.transaction((tx) => reopenCode(tx, deed, code)))) return noSuchCode(print, code);
  print(`เปิดรับความเห็นทางรหัส ${showCode(code)} อีกครั้งแล้ว`);
  return EXIT.ok;
}

/** Says that there is no such code. */
export function noSuchCode(print: CommandContext['print'], code: string): ExitCode {
  print(`ไม่มีรหัส ${showCode(code)} ดูรหัสทั้งหมดด้วยคำสั่ง: npm run prongsai -- qr list`);
  return EXIT.failed;
}
