import { Command, CommanderError } from 'commander';
import { systemClock } from '../clock.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { exitOfError } from './exit-of-error.ts';
import { terminalText } from './terminal-text.ts';

type Run = (context: CommandContext, argument: string) => Promise<ExitCode>;

/** Opens the configured store, runs one command on the configured agency, and leaves with its exit code. */
async function withStore(run: Run, argument: string): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { openStore } = await import('../app.ts');
  const config = readConfig(process.env);
  const store = await openStore(config.store);
  try {
    const print = (text: string): void => console.log(terminalText(text));
    process.exitCode = await run({ store: store.agency(config.orgId), clock: systemClock, print }, argument);
  } finally {
    await store.close();
  }
}

const program = new Command('prongsai')
  .description('Commands for the officer who looks after the account')
  .exitOverride();

program
  .command('import <file>')
  .description('นำเข้าผลการประเมินเป็นฉบับร่าง / keep a result file as a draft and print what does not add up')
  .action(async (file: string) => withStore((await import('./import-result.ts')).importResult, file));
program
  .command('publish <year>')
  .description('เผยแพร่ฉบับร่างของปี พ.ศ. / make the draft of a fiscal year public')
  .action(async (year: string) => withStore((await import('./publish.ts')).publish, year));
program
  .command('unpublish <year>')
  .description('ถอนผลของปี พ.ศ. กลับเป็นฉบับร่าง / take a fiscal year back from the public')
  .action(async (year: string) => withStore((await import('./unpublish.ts')).unpublish, year));
program
  .command('agency <file>')
  .description('บันทึกข้อมูลหน่วยงาน / replace the profile of the agency')
  .action(async (file: string) => withStore((await import('./agency.ts')).agency, file));

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong by then; asking for help is no error.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
  const exit = exitOfError(error);
  if (exit === undefined) throw error;
  console.error(terminalText(exit.text));
  process.exitCode = exit.code;
}
