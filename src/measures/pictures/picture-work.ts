import type { After } from '../../store/after.ts';
import { pictures } from '../../store/collections.ts';
import type { AgencyStore } from '../../store/port.ts';
import { settlePicture } from './keep-picture.ts';
import type { Loss } from './picture.ts';
import type { SmallPicture } from './shrink-picture.ts';

/** How often pictures that could not be fetched are tried again (ms). */
const EVERY_MS = 3 * 60_000;
/** How long after a picture was announced it is fetched (ms): by then the webhook that brought it has been answered. */
const SOON_MS = 1_500;
/** So many in a row that LINE did not hand out: it is not to be reached, and the rest of the round is left for the next. */
const GIVE_UP_AFTER = 3;

/** A file from LINE, or why there is none (line/message-content.ts). */
export type Fetched =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'gone' | 'too-big' }
  | { readonly kind: 'not-now'; readonly reason: string };

export interface PictureWorkOptions {
  readonly store: AgencyStore;
  readonly fetch: (messageId: string) => Promise<Fetched>;
  readonly shrink: (bytes: Buffer) => Promise<SmallPicture | Loss>;
  readonly after: After;
  /** Told why a picture or a round has to wait; it is tried again. */
  readonly onProblem: (problem: string, error?: unknown) => void;
}

export interface PictureWork {
  /** A picture has just been announced: it is fetched as soon as its webhook has been answered. */
  came(id: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Fetches announced pictures from LINE, makes them small and keeps them: each when it has come, and those left over at start and
 * every few minutes. One at a time, because an unpacked picture takes tens of MB. Several servers may do so at the same time.
 */
export function startPictureWork({ store, fetch, shrink, after, onProblem }: PictureWorkOptions): PictureWork {
  let stopped = false;
  let cancel: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();

  /** True unless LINE would not hand it out just now. */
  const take = async (id: string): Promise<boolean> => {
    const picture = await store.get(pictures, id);
    if (picture?.state !== 'waiting' || picture.messageId === null) return true;
    const fetched = await fetch(picture.messageId);
    if (fetched.kind === 'not-now') {
      onProblem(`a picture could not be fetched from LINE: ${fetched.reason}`);
      return false;
    }
    await settlePicture(store, id, fetched.kind === 'content' ? await shrink(fetched.bytes) : fetched.kind);
    return true;
  };

  const round = async (): Promise<void> => {
    let failed = 0;
    let from: string | undefined;
    do {
      const page = await store.query(pictures, {
        equal: { state: 'waiting' },
        ...(from === undefined ? {} : { after: from }),
      });
      for (const { id } of page.docs) {
        if (stopped || failed === GIVE_UP_AFTER) return;
        failed = (await take(id)) ? 0 : failed + 1;
      }
      from = page.next;
    } while (from !== undefined);
  };

  const enqueue = (work: () => Promise<unknown>): Promise<void> => {
    running = running
      .then(async () => {
        if (!stopped) await work();
      })
      .catch((error: unknown) => onProblem('pictures have to wait: the store did not answer', error));
    return running;
  };

  const go = (): void => {
    void enqueue(round).then(() => {
      if (!stopped) cancel = after(EVERY_MS, go);
    });
  };
  go();
  return {
    came: (id) => void after(SOON_MS, () => void enqueue(() => take(id))),
    idle: () => running,
    stop: () => {
      stopped = true;
      cancel?.();
      return running;
    },
  };
}
