import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { Store } from '../store/port.ts';
import type { ExitCode } from './command.ts';

type WithStore = (run: (config: Config, store: Store) => Promise<ExitCode>) => Promise<void>;

/** `prongsai richmenu …`. `print`: one text for the person at the terminal. */
export function addRichMenuCommands(program: Command, withStore: WithStore, print: (text: string) => void): void {
  const menu = program.command('richmenu').description('เมนูใต้แชต / rich menus');
  const atChannel = (kind: 'sync' | 'remove') => (): Promise<void> =>
    withStore(async (config, store) => {
      const { richMenuAtChannel } = await import('./richmenu-at-channel.ts');
      return richMenuAtChannel(kind, { config, store: store.agency(config.orgId), print });
    });
  menu
    .command('sync')
    .description('นำเมนูในโฟลเดอร์ rich-menus ขึ้น LINE สั่งซ้ำได้ / make LINE show the menus of rich-menus/')
    .action(atChannel('sync'));
  menu
    .command('remove')
    .description('นำเมนูทั้งหมดของโปร่งใสออกจาก LINE / take all menus of ours away from LINE')
    .action(atChannel('remove'));
  menu
    .command('preview <dir>')
    .description('วาดเมนูทุกแบบเป็นไฟล์ PNG ไว้ดู ไม่แตะ LINE / write the pictures to a folder')
    .action(async (dir: string) => {
      const { richMenuPreview } = await import('./richmenu-preview.ts');
      const { loadRichMenus } = await import('../rich-menus.ts');
      const { TEMPLATES } = await import('../app.ts');
      process.exitCode = await richMenuPreview({ menus: await loadRichMenus(TEMPLATES), print }, dir);
    });
}
