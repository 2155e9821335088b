import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { randomId } from '../new-id.ts';
import type { AgencyStore, Store } from '../store/port.ts';
import type { PushDesk } from '../push/push-desk.ts';
import type { ExitCode } from './command.ts';
import type { PushListContext } from './push-list.ts';

type WithStore = (run: (config: Config, store: Store) => Promise<ExitCode>) => Promise<void>;

export interface PushCommandsOptions {
  readonly withStore: WithStore;
  readonly print: (text: string) => void;
  /** Resolves when the person at the terminal has seen enough. */
  readonly untilStopped: () => Promise<void>;
}

/** Time LINE has to say what is left of the month (ms). */
const QUOTA_DEADLINE_MS = 2_000;
/** Time LINE has to say how many opened a push (ms). */
const STATISTICS_DEADLINE_MS = 2_000;

/** `prongsai push …`. */
export function addPushCommands(program: Command, { withStore, print, untilStopped }: PushCommandsOptions): void {
  const push = program.command('push').description('ข่าวสารและสรุปที่ส่งทาง LINE / what is pushed');
  push
    .command('list')
    .description('ดูสิ่งที่ส่งล่าสุดและผล / the newest pushes and how they ended')
    .action(() =>
      withStore(async (config, store) => {
        const { pushList } = await import('./push-list.ts');
        const context = { store: store.agency(config.orgId), print };
        return withOpened(config, (opened) => pushList({ ...context, ...opened }));
      }),
    );
  push
    .command('preview <kind>')
    .description('ดูตัวอย่าง: results, staff-digest, manager-digest, news ไม่ส่งถึงใคร / show what would be sent')
    .option('--year <year>', 'ปีงบประมาณ พ.ศ. ของ results / default: the newest')
    .action((kind: string, options: { year?: string }) =>
      withStore(async (config, store) => {
        const { pushPreview } = await import('./push-preview.ts');
        const { showMessages } = await import('../local-phone.ts');
        return pushPreview(
          {
            desk: await deskOf(config, store.agency(config.orgId)),
            print,
            channel: config.channel !== undefined,
            show: async (messages) => {
              const phone = await showMessages(messages);
              print(`ดูตัวอย่างได้ที่ ${phone.url} หยุดด้วย Ctrl+C`);
              await untilStopped();
              await phone.close();
            },
          },
          kind,
          options,
        );
      }),
    );
}

/** Hands over what LINE says about how many opened a push; nothing without a channel. */
async function withOpened(
  { channel }: Config,
  run: (opened: Pick<PushListContext, 'opened'>) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (channel === undefined) return run({});
  const { LineApi } = await import('../line/line-api.ts');
  const { readOpened } = await import('../line/unit-statistics-client.ts');
  const { OpenedCounts } = await import('../push/opened-counts.ts');
  const api = new LineApi({ ...channel, deadlineMs: STATISTICS_DEADLINE_MS });
  const counts = new OpenedCounts((...asked) => readOpened(api, ...asked), systemClock);
  try {
    return await run({ opened: (pushes) => counts.of(pushes) });
  } finally {
    await api.close();
  }
}

/** What pushes are made from, read once. */
async function deskOf(config: Config, store: AgencyStore): Promise<PushDesk> {
  const { TEMPLATES } = await import('../app.ts');
  const { CARD_TOOLS } = await import('../chat/card-tools.ts');
  const { watchKnowledge } = await import('../chat/knowledge.ts');
  const { loadCards } = await import('../flex/load-cards.ts');
  const { readQuota } = await import('../line/quota-client.ts');
  const { readStaff } = await import('../people/find-staff.ts');
  const cards = loadCards(TEMPLATES, CARD_TOOLS);
  const knowledge = watchKnowledge(store, () => undefined);
  await knowledge.ready;
  knowledge.stop();
  const staff = await readStaff(store);
  const { channel } = config;
  return {
    store,
    clock: systemClock,
    newId: randomId,
    staff: () => staff,
    facts: knowledge.current,
    render: (card, data) => cards.render(card, data),
    quota: async () => (channel === undefined ? undefined : readQuota(channel, QUOTA_DEADLINE_MS)),
  };
}
