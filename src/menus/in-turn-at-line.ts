import type { After } from '../store/after.ts';
import { MenusBusyError } from './menus-busy-error.ts';
import { atLine, type AtLine, type MenuWork } from './at-line.ts';

/** How often to look whether another is done (ms). */
const LOOK_MS = 1_000;
/** How long to wait for others (ms): longer than the lease of one that died holds. */
const PATIENCE_MS = 120_000;

export interface Waiting {
  readonly after: After;
  /** Told once if another is at it. */
  readonly onWait?: () => void;
  readonly signal?: AbortSignal;
}

/** Changes menus at LINE when it is this one's turn. Rejects like `atLine`, and with MenusBusyError after two minutes. */
export async function inTurnAtLine<T>(
  menuWork: MenuWork,
  work: (line: AtLine) => Promise<T>,
  { after, onWait, signal }: Waiting,
): Promise<T> {
  const began = menuWork.clock().getTime();
  let isWaiting = false;
  for (;;) {
    signal?.throwIfAborted();
    const result = await atLine(menuWork, work);
    if ('done' in result) return result.done;
    if (menuWork.clock().getTime() - began > PATIENCE_MS)
      throw new MenusBusyError('another server has been changing menus for two minutes');
    if (!isWaiting) onWait?.();
    isWaiting = true;
    await new Promise<void>((resolve) => after(LOOK_MS, resolve));
  }
}
