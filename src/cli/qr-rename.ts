import { showCode } from '../feedback/code.ts';
import { renameQrCode } from '../feedback/qr-codes.ts';
import { codeArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { checkName } from './qr-create.ts';
import { noSuchCode } from './qr-stop.ts';

/** `prongsai qr rename CODE POINT`: another name for the point; the code stays. Throws UsageError, StoreError. */
export async function qrRename(
  { store, print }: CommandContext,
  typed: string,
  point: string,
  { place }: { readonly place?: string },
): Promise<ExitCode> {
  const code = codeArgument(typed);
  checkName(point);
  if (!(await renameQrCode(store, code, { point, ...(place === undefined ? {} : { place }) })))
    return noSuchCode(print, code);
  print(`เปลี่ยนชื่อจุดบริการของรหัส ${showCode(code)} เป็น "${point.trim()}" แล้ว ความเห็นเดิมยังอยู่ในชื่อเดิม`);
  return EXIT.ok;
}
