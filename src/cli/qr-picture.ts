import { readProfile } from '../agency/profile-record.ts';
import { readCode, showCode } from '../code.ts';
import { questionUrl } from '../feedback/links.ts';
import type { QrCode } from '../feedback/qr-code.ts';
import { findQrCode } from '../feedback/qr-codes.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import type { PictureKind } from './picture-kinds.ts';
import { UsageError } from './fiscal-year-argument.ts';
import { qrFile, writePicture } from './write-picture.ts';

export interface PictureContext extends CommandContext {
  /** The server's port, for pictures that work on this machine only. */
  readonly port: number;
}

/**
 * `prongsai qr svg|png|poster CODE FILE`: writes the code, or its A4 poster as a PNG, to a file, replacing what is there.
 * Throws UsageError, NoFile, StoreError, PictureError.
 */
export async function qrPicture(
  { store, print, publicUrl, port }: PictureContext,
  kind: PictureKind,
  typed: string,
  path: string,
): Promise<ExitCode> {
  const code = readCode(typed);
  if (code === undefined) throw new UsageError('รหัสต้องมี 11 ตัว เช่น 7K9D-M2X4-TQ8');
  const qr = await findQrCode(store, code);
  if (!qr) {
    print(`ไม่มีรหัส ${showCode(code)} ในหน่วยงานนี้`);
    return EXIT.failed;
  }
  const origin = publicUrl ?? `http://127.0.0.1:${port}`;
  if (kind === 'poster') {
    const agency = await readProfile(store);
    if (!agency) {
      print('ยังไม่มีข้อมูลหน่วยงาน โปรดบันทึกก่อนด้วยคำสั่ง: npm run prongsai -- agency FILE.json');
      return EXIT.failed;
    }
    const { posterData } = await import('../poster/poster-data.ts');
    const { posterPng } = await import('../poster/poster-png.ts');
    await writePicture(path, await posterPng(posterData(code, qr, agency, origin)));
  } else {
    await writePicture(path, await qrFile(kind, questionUrl(origin, code)));
  }
  print(
    [
      `บันทึก ${path} แล้ว: ${qr.point}${qr.place === null ? '' : ` ${qr.place}`} เปิด ${questionUrl(origin, code)}`,
      ...warnings(qr, publicUrl),
    ].join('\n'),
  );
  return EXIT.ok;
}

function warnings(qr: QrCode, publicUrl: string | undefined): string[] {
  return [
    ...(publicUrl === undefined ? ['ยังไม่ได้ตั้ง PUBLIC_URL: รูปนี้เปิดได้เฉพาะบนเครื่องนี้ อย่าเพิ่งพิมพ์ไปติด'] : []),
    ...(qr.active ? [] : ['รหัสนี้หยุดใช้แล้ว ผู้ที่สแกนจะตอบไม่ได้']),
  ];
}
