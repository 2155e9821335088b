import { TEMPLATES } from '../app.ts';
import type { Config } from '../config.ts';
import { inTurnAtLine } from '../menus/in-turn-at-line.ts';
import type { Linked } from '../menus/link-staff.ts';
import { MenuPictures } from '../menus/menu-pictures.ts';
import { removeMenus } from '../menus/remove-menus.ts';
import { syncMenus } from '../menus/sync-menus.ts';
import { loadRichMenus, menuWorkOf } from '../rich-menus.ts';
import type { After } from '../store/after.ts';
import type { AgencyStore } from '../store/port.ts';
import { EXIT, type ExitCode } from './command.ts';

export interface ChannelContext {
  readonly config: Pick<Config, 'channel'>;
  readonly store: AgencyStore;
  readonly print: (text: string) => void;
  readonly after?: After;
}

/** Unlike a server's timers these keep the process alive: nothing else does while it waits. */
const holdingAfter: After = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/**
 * `prongsai richmenu sync|remove`: makes LINE show the menus of `rich-menus/`, or none of ours. Can be done again at any time. Throws BadFile,
 * CardError, LineCallError, MenusBusyError, PictureError, StoreError.
 */
export async function richMenuAtChannel(
  kind: 'sync' | 'remove',
  { config: { channel }, store, print, after = holdingAfter }: ChannelContext,
): Promise<ExitCode> {
  if (!channel) {
    print(
      'ยังไม่ได้ตั้งค่าช่อง LINE จึงไม่มีที่ให้นำเมนูขึ้น โปรดตั้ง LINE_CHANNEL_SECRET และ LINE_CHANNEL_ACCESS_TOKEN ก่อน (โทรศัพท์จำลองได้เมนูเองเมื่อสั่ง npm start)',
    );
    return EXIT.failed;
  }
  const menus = kind === 'sync' ? await loadRichMenus(TEMPLATES) : [];
  const work = menuWorkOf(channel, store);
  const { clock } = work;
  const waiting = { after, onWait: () => print('อีกเครื่องหนึ่งกำลังปรับเมนูอยู่ รอสักครู่ (ไม่เกิน 2 นาที)') };
  try {
    if (kind === 'remove') {
      const { removed, staff } = await inTurnAtLine(work, (line) => removeMenus(line, { store, clock }), waiting);
      return say(print, removed === 0 ? 'ไม่มีเมนูของโปร่งใสบน LINE อยู่แล้ว' : `นำเมนูออกจาก LINE แล้ว ${removed} แบบ`, staff);
    }
    const pictures = new MenuPictures();
    const options = { store, clock, picture: pictures.of.bind(pictures) };
    const { made, removed, staff } = await inTurnAtLine(work, (line) => syncMenus(menus, line, options), waiting);
    const changes = [
      ...(made.length > 0 ? [`สร้าง ${made.length} แบบ (${made.join(', ')})`] : []),
      ...(removed > 0 ? [`ลบแบบเก่า ${removed} แบบ`] : []),
    ];
    const head = changes.length > 0 ? changes.join(' ') : 'ไม่มีอะไรต้องแก้';
    return say(print, `เมนูบน LINE ตรงกับโฟลเดอร์ rich-menus แล้ว: ${head}`, staff);
  } finally {
    await work.client.close();
  }
}

function say(print: (text: string) => void, head: string, { changed, failed }: Linked): ExitCode {
  const lines = [head];
  if (changed > 0) lines.push(`เปลี่ยนเมนูให้เจ้าหน้าที่ ${changed} คน`);
  if (failed.length > 0)
    lines.push(`LINE ไม่รับคำสั่งของเจ้าหน้าที่ ${failed.length} คน (${failed[0]?.message}) คนอื่นเรียบร้อยแล้ว`);
  print(lines.join('\n'));
  return failed.length > 0 ? EXIT.failed : EXIT.ok;
}
