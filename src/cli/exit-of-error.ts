import { CommanderError } from 'commander';
import { ConfigError, EXIT_CONFIG } from '../config.ts';
import { BadFile } from '../json-file/bad-file.ts';
import { PictureError } from '../drawing/picture-error.ts';
import { CardError } from '../flex/card-error.ts';
import { LineCallError } from '../line/line-call-error.ts';
import { MenusBusyError } from '../menus/menus-busy-error.ts';
import { LeaseLostError } from '../store/lease-lost-error.ts';
import { StoreError } from '../store/store-error.ts';
import { EXIT } from './command.ts';
import { UsageError } from './fiscal-year-argument.ts';
import { lineTrouble } from './line-trouble.ts';
import { NoFile } from './read-input-file.ts';

/** What to say and which code to leave with; undefined for an error that is ours and needs its stack. */
export function exitOfError(error: unknown): { readonly code: number; readonly text: string } | undefined {
  // Commander has already said what is wrong, or has shown the help that was asked for.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.ok : EXIT.usage, text: '' };
  if (error instanceof BadFile) return { code: EXIT.badFile, text: error.message };
  if (error instanceof NoFile) return { code: EXIT.noFile, text: error.message };
  if (error instanceof UsageError) return { code: EXIT.usage, text: error.message };
  if (error instanceof PictureError) return { code: EXIT.failed, text: `วาดรูปไม่สำเร็จ (${error.message})` };
  if (error instanceof CardError) return { code: EXIT.badFile, text: error.message };
  if (error instanceof LineCallError) return { code: EXIT.lineFailed, text: lineTrouble(error) };
  if (error instanceof MenusBusyError || error instanceof LeaseLostError)
    return { code: EXIT.lineFailed, text: 'อีกเครื่องหนึ่งกำลังปรับเมนูอยู่ โปรดสั่งซ้ำในอีกสองนาที' };
  if (error instanceof ConfigError) return { code: EXIT_CONFIG, text: error.message };
  if (error instanceof StoreError) {
    return {
      code: EXIT.storeUnavailable,
      text: `ที่เก็บข้อมูลใช้งานไม่ได้ (${error.kind}: ${error.message}) โปรดตรวจค่า STORE แล้วลองอีกครั้ง`,
    };
  }
  return undefined;
}
