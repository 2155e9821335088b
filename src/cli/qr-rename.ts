import { showCode } from '../code.ts';
import { renameCode } from '../feedback/work-on-codes.ts';
import { codeArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';
import { checkName } from './qr-create.ts';
import { noSuchCode } from './qr-stop.ts';

/** `prongsai qr rename CODE POINT`: another name for the point; the code stays. Throws UsageError, StoreError. */
export async function qrRename(
  { store, clock, print }: CommandContext,
  typed: string,
  point: string,
  { place }: { readonly place?: string },
): Promise<ExitCode> {
  const code = codeArgument(typed);
  checkName(point);
  const to = { point, ...(place === undefined ? {} : { place }) };
  const deed = commandDeed(clock);
  if (!(await store.transaction((tx) => renameCode(tx, deed, code, to)))) return noSuchCode(print, code);
  print(`เปลี่ยนชื่อจุดบริการของรหัส ${showCode(code)} เป็น "${point.trim()}" แล้ว ความเห็นเดิมยังอยู่ในชื่อเดิม`);
  return EXIT.ok;
}
