import { once } from 'node:events';
import { Command } from 'commander';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/port.ts';
import type { ExitCode } from './command.ts';
import { exitOfError } from './exit-of-error.ts';
import { PICTURE_HELP, PICTURE_KINDS } from './picture-kinds.ts';
import { addFeedbackCommands } from './feedback-commands.ts';
import type { ForAgency } from './for-agency.ts';
import { addMeasuresCommands } from './measures-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import type { PeopleInviteOptions } from './people-invite.ts';
import { addPushCommands } from './push-commands.ts';
import { addQrCommands } from './qr-commands.ts';
import { addRichMenuCommands } from './richmenu-commands.ts';
import { terminalText } from './terminal-text.ts';

/** Everything a command needs is loaded when it runs, so that `--help` is quick. */
async function withStore(run: (config: Config, store: Store) => Promise<ExitCode>): Promise<void> {
  const { readConfig, readEnvironment } = await import('../config.ts');
  const { openStore } = await import('../app.ts');
  const config = readConfig(readEnvironment());
  const store = await openStore(config.store);
  try {
    process.exitCode = await run(config, store);
  } finally {
    await store.close();
  }
}

const forAgency: ForAgency =
  (run) =>
  (...typed) =>
    withStore(({ orgId, publicUrl }, store) =>
      run({ store: store.agency(orgId), clock: systemClock, print, publicUrl }, ...typed),
    );

const print = (text: string): void => console.log(terminalText(text));

const program = new Command('prongsai')
  .description('Commands for the officer who looks after the account')
  .exitOverride();

program
  .command('import <file>')
  .description('นำเข้าผลการประเมินเป็นฉบับร่าง / keep a result file as a draft and print what does not add up')
  .action(forAgency(async (context, file: string) => (await import('./import-result.ts')).importResult(context, file)));
program
  .command('publish <year>')
  .description('เผยแพร่ฉบับร่างของปี พ.ศ. / make the draft of a fiscal year public')
  .action(forAgency(async (context, year: string) => (await import('./publish.ts')).publish(context, year)));
program
  .command('unpublish <year>')
  .description('ถอนผลของปี พ.ศ. กลับเป็นฉบับร่าง / take a fiscal year back from the public')
  .action(forAgency(async (context, year: string) => (await import('./unpublish.ts')).unpublish(context, year)));
program
  .command('agency <file>')
  .description('บันทึกข้อมูลหน่วยงาน / replace the profile of the agency')
  .action(forAgency(async (context, file: string) => (await import('./agency.ts')).agency(context, file)));
const qr = addQrCommands(program, forAgency);
addFeedbackCommands(program, forAgency);
addMeasuresCommands(program, forAgency);
addPeopleCommands(program, forAgency)
  .command('invite')
  .description('สร้างรหัสเชิญ พิมพ์รหัส ลิงก์ และคิวอาร์โค้ด / make an invitation: code, link and QR code')
  .requiredOption('--role <role>', 'staff, manager หรือ admin')
  .option('--division <id>', 'สังกัด / division, default: the whole agency')
  .option('--uses <count>', 'ใช้ได้กี่คน / how many people, default: 1')
  .option('--days <count>', 'ใช้ได้กี่วัน / how many days, default: 7')
  .option('--qr <file>', 'บันทึกคิวอาร์โค้ดเป็นไฟล์ .svg หรือ .png / write the QR code to a file')
  .action((options: PeopleInviteOptions) =>
    withStore(async ({ orgId, lineBasicId }, store) => {
      const { peopleInvite } = await import('./people-invite.ts');
      return peopleInvite({ store: store.agency(orgId), clock: systemClock, print, lineBasicId }, options);
    }),
  );
for (const kind of PICTURE_KINDS) {
  qr.command(`${kind} <code> <file>`)
    .description(PICTURE_HELP[kind])
    .action((code: string, file: string) =>
      withStore(async (config, store) => {
        const { qrPicture } = await import('./qr-picture.ts');
        const agency = store.agency(config.orgId);
        const { publicUrl, port } = config;
        return qrPicture({ store: agency, clock: systemClock, print, publicUrl, port }, kind, code, file);
      }),
    );
}
addPushCommands(program, {
  withStore,
  print,
  untilStopped: async () => {
    await once(process, 'SIGINT');
  },
});
addRichMenuCommands(program, withStore, print);
program
  .command('doctor')
  .description('ตรวจการตั้งค่า ที่เก็บข้อมูล และช่อง LINE / look at settings, store and LINE channel')
  .action(() =>
    withStore(async (config, store) => {
      const { loadCards } = await import('../flex/load-cards.ts');
      const { TEMPLATES } = await import('../app.ts');
      const { CARD_TOOLS } = await import('../chat/card-tools.ts');
      const { doctor } = await import('./doctor.ts');
      return doctor({ config, store, loadCards: () => loadCards(TEMPLATES, CARD_TOOLS), print });
    }),
  );

try {
  await program.parseAsync();
} catch (error) {
  const exit = exitOfError(error);
  if (exit === undefined) throw error;
  if (exit.text !== '') console.error(terminalText(exit.text));
  process.exitCode = exit.code;
}
// The store is closed and everything is said; without this a Firestore that cannot be reached holds the terminal for 40 s more.
process.exit();
