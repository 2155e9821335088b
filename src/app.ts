import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CARD_TOOLS } from './chat/card-tools.ts';
import { Conversation } from './chat/conversation.ts';
import { createDesk } from './chat/feedback/desk.ts';
import { WaitingList } from './chat/waiting-list.ts';
import { watchKnowledge } from './chat/knowledge.ts';
import { onceReady } from './chat/once-ready.ts';
import { Reception } from './chat/reception.ts';
import { ReplyQueue } from './chat/reply-queue.ts';
import { UserLanes } from './chat/user-lanes.ts';
import { systemClock } from './clock.ts';
import type { Config, StoreConfig } from './config.ts';
import { DayKeys } from './feedback/day-keys.ts';
import { loadCards } from './flex/load-cards.ts';
import { createHttp, listen } from './http/server.ts';
import { DURABLE_WITHIN_MS } from './http/webhook.ts';
import { LineApi } from './line/line-api.ts';
import { MessageContents } from './line/message-content.ts';
import { askProfile } from './line/profile-client.ts';
import { PushClient } from './line/push-client.ts';
import { readQuota } from './line/quota-client.ts';
import { readOpened } from './line/unit-statistics-client.ts';
import { ReplyClient } from './line/reply-client.ts';
import type { LocalPhone } from './local-phone.ts';
import type { Log } from './log.ts';
import { startPictureWork } from './measures/pictures/picture-work.ts';
import { shrinkPicture } from './measures/pictures/shrink-picture.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { randomId } from './new-id.ts';
import { watchStaff } from './people/staff-list.ts';
import { OpenedCounts } from './push/opened-counts.ts';
import type { PushDesk } from './push/push-desk.ts';
import { startPushRounds } from './push/push-rounds.ts';
import { givePhoneMenus, keepRichMenus } from './rich-menus.ts';
import { startStaffNames } from './people/staff-names.ts';
import { systemAfter } from './store/after.ts';
import { COLLECTIONS } from './store/collections.ts';
import type { OnOperation } from './store/operation.ts';
import type { AgencyStore, Store } from './store/port.ts';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts';
import { startDailyWork } from './upkeep/daily-work.ts';
import { ScanCounts } from './web/scan-counts.ts';
import { submissionLimiter } from './web/submission-limiter.ts';
import { webPages } from './web/web-pages.ts';

export interface App {
  readonly port: number;
  /** What to tell the person who started it. */
  readonly greeting: string;
  /** No new work; waits for running work, 10 s at most; then closes everything. */
  close(): Promise<void>;
}

/** One call to a distributed store (ms). A webhook does not wait that long; commands and the first call may need it. */
const STORE_DEADLINE_MS = 3_000;
/** How long SQLite may wait for another process's commit (ms); it blocks this process, and commits take 1 ms. */
const SQLITE_BUSY_MS = 300;
/** How long a page waits for the store (ms): longer than one call to a distributed store may take. */
const PAGE_STORE_MS = 5_000;
/** One reply (ms). Past it the user has most likely put the phone away. */
const REPLY_DEADLINE_MS = 5_000;
/** One call that pushes (ms), connections for such calls, and the time LINE has to say what is left of the month (ms). */
const PUSH_DEADLINE_MS = 10_000;
const PUSHES_AT_ONCE = 16;
const QUOTA_DEADLINE_MS = 2_000;
/** Time LINE has to say how many opened a push (ms). */
const STATISTICS_DEADLINE_MS = 2_000;
/** Asking for one name (ms). Nobody waits for it. */
const PROFILE_DEADLINE_MS = 5_000;
/** Users whose events may wait for the store at once. */
const USERS_AT_WORK = 8;
/** Replies under way at once, one connection each. */
const REPLIES_AT_ONCE = 32;
/** Of the key that a day's answers are told apart with. */
const DAY_KEY_BYTES = 32;
/** When the daily work first begins (ms after the start): people who woke the server up come first. */
const DAILY_WORK_AFTER_MS = 60_000;
/** Running work may take this long after SIGTERM (ms), and closing this long; Cloud Run ends the process after 10 s. */
const FINISH_WITHIN_MS = 8_500;
const CLOSE_WITHIN_MS = 1_000;

/** The card templates' folder. */
export const TEMPLATES = fileURLToPath(new URL('../flex-templates/', import.meta.url));

/** Opens the configured store. The Firestore client is loaded only when it is used. */
export async function openStore(config: StoreConfig, onOperation?: OnOperation): Promise<Store> {
  const watched = onOperation ? { onOperation } : {};
  if (config.kind === 'sqlite')
    return openSqliteStore({
      path: config.path,
      busyTimeoutMs: SQLITE_BUSY_MS,
      collections: COLLECTIONS,
      ...watched,
    });
  const { openFirestoreStore } = await import('./store/firestore/open-firestore-store.ts');
  return openFirestoreStore({
    projectId: config.projectId,
    ...(config.emulatorHost === undefined ? {} : { emulatorHost: config.emulatorHost }),
    deadlineMs: STORE_DEADLINE_MS,
    ...watched,
  });
}

/** Puts everything together and listens. Rejects with a sentence for the operator if something cannot be had. */
export async function startApp(config: Config, log: Log): Promise<App> {
  const metrics = createMetrics();
  const cards = loadCards(TEMPLATES, CARD_TOOLS);
  const store = await openStore(config.store, countOperations(metrics));
  const closers: (() => Promise<void> | void)[] = [() => store.close()];
  try {
    const agency = store.agency(config.orgId);
    const phone = config.channel ? undefined : await openPhone(config.port, agency, log);
    if (phone) closers.unshift(() => phone.close());
    const channel = config.channel ?? (phone as LocalPhone).channel;

    const knowledge = watchKnowledge(agency, (error) =>
      log.warn({ err: error }, 'watching the store broke, trying again'),
    );
    closers.unshift(() => knowledge.stop());
    const staff = watchStaff(agency, (error) => log.warn({ err: error }, 'knowing who works here broke, trying again'));
    closers.unshift(() => staff.stop());
    const names = startStaffNames({
      store: agency,
      nameOf: async (userId) => {
        const profile = await askProfile({ ...channel, deadlineMs: PROFILE_DEADLINE_MS }, userId);
        if (profile.kind === 'unclear') log.warn({ reason: profile.reason }, 'a name could not be asked for');
        return profile.kind === 'name' ? profile.displayName : profile.kind === 'none' ? null : undefined;
      },
      onError: (error) => log.warn({ err: error }, 'a name could not be kept, or watching for missing ones broke'),
    });
    closers.unshift(() => names.stop());
    const waitingList = new WaitingList({
      store: agency,
      clock: systemClock,
      onError: (error) => log.warn({ err: error }, 'knowing who is writing a comment broke, trying again'),
    });
    closers.unshift(() => waitingList.stop());
    const daily = startDailyWork({
      store: agency,
      clock: systemClock,
      after: systemAfter,
      firstAfterMs: DAILY_WORK_AFTER_MS,
      onError: (error) => log.warn({ err: error }, 'the daily work failed, trying again in ten minutes'),
    });
    closers.unshift(() => daily.stop());
    const dayKeys = new DayKeys({
      store: agency,
      clock: systemClock,
      after: systemAfter,
      newKey: newDayKey,
      onError: (error) =>
        log.warn({ err: error }, 'a past day’s key is still in the store, trying again in ten minutes'),
    });
    closers.unshift(() => dayKeys.stop());
    const client = new ReplyClient({ ...channel, connections: REPLIES_AT_ONCE, deadlineMs: REPLY_DEADLINE_MS });
    closers.unshift(() => client.close());
    const contents = new MessageContents(channel);
    const pictureWork = startPictureWork({
      store: agency,
      fetch: (messageId) => contents.fetch(messageId),
      shrink: shrinkPicture,
      after: systemAfter,
      onProblem: (problem, error) => log.warn(error === undefined ? {} : { err: error }, `${problem}; trying again`),
    });
    closers.unshift(async () => {
      const stopped = pictureWork.stop();
      await contents.close();
      await stopped;
    });
    const richMenus = keepRichMenus({ channel, store: agency, staff, log });
    closers.unshift(() => richMenus.stop());
    const pushClient = new PushClient({ ...channel, connections: PUSHES_AT_ONCE, deadlineMs: PUSH_DEADLINE_MS });
    const pushes: PushDesk = {
      store: agency,
      clock: systemClock,
      newId: randomId,
      staff: staff.all,
      facts: knowledge.current,
      render: (card, data) => cards.render(card, data),
      quota: () => readQuota(channel, QUOTA_DEADLINE_MS),
    };
    const statistics = new LineApi({ ...channel, deadlineMs: STATISTICS_DEADLINE_MS });
    closers.unshift(() => statistics.close());
    const openedCounts = new OpenedCounts((...asked) => readOpened(statistics, ...asked), systemClock);
    const ready = Promise.all([knowledge.ready, staff.ready]).then(() => undefined);
    const isReady = (): boolean => knowledge.isReady() && staff.isReady();
    const rounds = startPushRounds({
      desk: pushes,
      send: (sending) => pushClient.send(sending),
      ready,
      isReady,
      newName: randomId,
      random: Math.random,
      after: systemAfter,
      onRound: ({ planned, answers, delivered }) => {
        const { parts, finished } = delivered;
        if (planned.length + answers + parts + finished.length > 0)
          log.info({ planned, answers, parts, finished }, 'a round of pushes');
      },
      onError: (error) => log.warn({ err: error }, 'a round of pushes failed, going on in the next one'),
    });
    closers.unshift(async () => {
      await rounds.stop();
      await pushClient.close();
    });
    const lanes = new UserLanes(USERS_AT_WORK);
    const replies = replyQueue(client, metrics, log);
    const conversation = new Conversation({
      store: agency,
      desk: createDesk(agency, systemClock, dayKeys, {
        lineBasicId: config.lineBasicId,
        pictureCame: (id) => pictureWork.came(id),
        pushes,
        opened: (shown) => openedCounts.of(shown),
        deliverSoon: rounds.soon,
        sealSecret: channel.channelSecret,
      }),
      waitingList,
      staff: staff.of,
      knowledge: knowledge.current,
      cards,
      publicUrl: config.publicUrl ?? (phone ? pagesHere(config.port) : undefined),
      clock: systemClock,
      metrics,
      log,
    });
    const handle = onceReady({ ready, isReady }, (event) => conversation.handle(event));
    const reception = new Reception({ handle, lanes, replies });

    const scans = new ScanCounts(agency, log, systemAfter);
    closers.unshift(() => scans.flush());
    const pages = webPages({
      store: agency,
      knowledge: knowledge.current,
      clock: systemClock,
      newId: randomId,
      dayKeys,
      publicUrl: config.publicUrl,
      lineBasicId: config.lineBasicId,
      limiter: submissionLimiter({ key: randomBytes(32).toString('hex'), log }),
      scans,
      storeWithinMs: PAGE_STORE_MS,
      metrics,
      log,
    });

    const http = createHttp({
      channelSecret: channel.channelSecret,
      reception,
      clock: systemClock,
      metrics,
      log,
      durableWithinMs: DURABLE_WITHIN_MS,
      pages,
      tasks: { token: config.tasksToken, run: rounds.run, log },
      trustedProxies: config.trustedProxies,
      checkReady: async () => {
        await store.ping();
        if (!isReady()) throw new Error('what is published has not been read yet');
      },
    });
    // Behind a real channel the server listens at once and says "not ready"; on a laptop people click at once.
    if (phone) await ready;
    const server = await listen(http, config.port, phone ? '127.0.0.1' : undefined, log);
    phone?.setWebhookUrl(`http://127.0.0.1:${server.port}/webhook`);
    if (phone) {
      const options = { channel, store: agency, storeConfig: config.store, templates: TEMPLATES, log };
      const given = givePhoneMenus(options);
      closers.unshift(() => given.stop());
    }

    const finish = async (): Promise<void> => {
      await server.close();
      await lanes.drained();
      await replies.drained();
    };
    return {
      port: server.port,
      greeting: phone ? phone.greeting : `Prongsai listens on port ${server.port}.`,
      close: async () => {
        // First, so that a round that waits for its next try holds up nothing that has to be finished.
        rounds.end();
        await atMost(FINISH_WITHIN_MS, finish());
        await atMost(CLOSE_WITHIN_MS, closeAll(closers));
      },
    };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** Where the pages are seen on the machine itself; undefined if any free port may be taken. */
function pagesHere(port: number): string | undefined {
  return port === 0 ? undefined : `http://127.0.0.1:${port}`;
}

/** Nothing of the emulator is even loaded where a real channel is served. */
async function openPhone(serverPort: number, agency: AgencyStore, log: Log): Promise<LocalPhone> {
  const { startLocalPhone } = await import('./local-phone.ts');
  return startLocalPhone(serverPort, agency, log);
}

/** A key for the ids of one day's feedback. */
function newDayKey(): string {
  return randomBytes(DAY_KEY_BYTES).toString('base64url');
}

function countOperations(metrics: Metrics): OnOperation {
  return ({ kind, collection, count }) => metrics.storeOperations.inc({ kind, collection }, count);
}

function replyQueue(client: ReplyClient, metrics: Metrics, log: Log): ReplyQueue {
  return new ReplyQueue({
    send: (token, messages) => client.reply(token, messages),
    clock: systemClock,
    maxUsers: REPLIES_AT_ONCE,
    onOutcome: (outcome) => {
      const reason = 'reason' in outcome ? outcome.reason : '';
      metrics.replies.inc({ outcome: outcome.kind, reason });
      if (outcome.kind !== 'accepted') log.warn({ outcome }, 'a reply was not accepted');
    },
  });
}

async function closeAll(closers: readonly (() => Promise<void> | void)[]): Promise<void> {
  for (const close of closers) await close();
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work.catch(() => undefined), new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
