import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Menu } from '../menus/load-menus.ts';
import { MenuPictures } from '../menus/menu-pictures.ts';
import { EXIT, type ExitCode } from './command.ts';
import { NoFile } from './read-input-file.ts';

export interface PreviewContext {
  readonly menus: readonly Menu[];
  readonly print: (text: string) => void;
}

/**
 * `prongsai richmenu preview DIR`: writes the picture of every menu to `DIR/NAME.png`, replacing what is there. Throws NoFile,
 * PictureError.
 */
export async function richMenuPreview({ menus, print }: PreviewContext, dir: string): Promise<ExitCode> {
  const pictures = new MenuPictures();
  for (const menu of menus) {
    const png = await pictures.of(menu);
    const path = join(dir, `${menu.name}.png`);
    await write(dir, path, png);
    print(`${path} (${Math.ceil(png.length / 1000)} KB)`);
  }
  print(`วาดเมนู ${menus.length} แบบแล้ว เปิดดูก่อนสั่ง: npm run prongsai -- richmenu sync`);
  return EXIT.ok;
}

async function write(dir: string, path: string, png: Buffer): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(path, png);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new NoFile(`เขียนไฟล์ ${path} ไม่ได้ (${reason}) โปรดตรวจชื่อโฟลเดอร์`, { cause: error });
  }
}
