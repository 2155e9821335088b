import { randomBytes } from 'node:crypto';
import { readProfile } from '../agency/profile-record.ts';
import { newCode, showCode } from '../code.ts';
import { newHandle } from '../people/handle.ts';
import { MAX_DAYS, MAX_USES } from '../people/invitation.ts';
import { joinUrl, joinWords } from '../people/join-words.ts';
import { makeInvitation } from '../people/make-invitation.ts';
import { ROLE_WORDS } from '../people/role-words.ts';
import { qrBlocks } from '../poster/qr-blocks.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandChange } from './command-change.ts';
import { UsageError } from './fiscal-year-argument.ts';
import { countArgument, divisionArgument, roleArgument } from './people-arguments.ts';
import { qrFile, writePicture } from './write-picture.ts';

export interface PeopleInviteContext extends CommandContext {
  /** What LINE_BASIC_ID says; undefined: nothing. */
  readonly lineBasicId: string | undefined;
}

/** Everything as typed. */
export interface PeopleInviteOptions {
  readonly role: string;
  readonly division?: string;
  readonly uses?: string;
  readonly days?: string;
  readonly qr?: string;
}

/**
 * `prongsai people invite --role ROLE`: makes an invitation and prints its code, link and QR code. Throws UsageError, NoFile,
 * StoreError.
 */
export async function peopleInvite(context: PeopleInviteContext, options: PeopleInviteOptions): Promise<ExitCode> {
  const { store, print, lineBasicId } = context;
  const role = roleArgument(options.role);
  const division = options.division === undefined ? null : divisionArgument(options.division, await readProfile(store));
  const uses = countArgument('--uses', options.uses ?? '1', MAX_USES);
  const days = countArgument('--days', options.days ?? '7', MAX_DAYS);
  const kind = options.qr === undefined ? undefined : kindOf(options.qr);
  if (kind !== undefined && lineBasicId === undefined)
    throw new UsageError('คิวอาร์โค้ดต้องมีลิงก์ของบัญชี LINE โปรดตั้งค่า LINE_BASIC_ID ก่อน เช่น @123abcde');

  const code = newCode(randomBytes);
  const change = await commandChange(context);
  const ids = { code, ref: newHandle(randomBytes) };
  await store.transaction((tx) => makeInvitation(tx, { role, division, uses, days }, ids, 'command', change));
  print(
    [
      `สร้างรหัสเชิญ ${showCode(code)} แล้ว`,
      `    ${ROLE_WORDS[role]} | ${change.divisionName(division)} | ใช้ได้ ${uses} คน ภายใน ${days} วัน`,
      `    ให้ผู้ได้รับเชิญพิมพ์ในแชตของหน่วยงานว่า: ${joinWords(code)}`,
      '    ใครมีรหัสนี้ก็เข้าร่วมได้ ส่งให้เฉพาะผู้ที่ตั้งใจเชิญ',
    ].join('\n'),
  );
  if (lineBasicId === undefined) {
    print('    ยังไม่ได้ตั้งค่า LINE_BASIC_ID จึงไม่มีลิงก์และคิวอาร์โค้ด');
    return EXIT.ok;
  }
  const url = joinUrl(lineBasicId, code);
  print(`    หรือเปิดลิงก์: ${url}`);
  if (options.qr === undefined || kind === undefined) {
    print(qrBlocks(url));
    return EXIT.ok;
  }
  await writePicture(options.qr, await qrFile(kind, url));
  print(`    บันทึกคิวอาร์โค้ดที่ ${options.qr} แล้ว ลบไฟล์เมื่อใช้เสร็จ`);
  return EXIT.ok;
}

function kindOf(path: string): 'svg' | 'png' {
  const [, kind] = /\.(svg|png)$/i.exec(path) ?? [];
  if (kind === undefined) throw new UsageError('--qr ต้องเป็นชื่อไฟล์ที่ลงท้ายด้วย .svg หรือ .png');
  return kind.toLowerCase() === 'svg' ? 'svg' : 'png';
}
