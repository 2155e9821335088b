import type { After } from '../src/store/after.ts';

/** Timers that only run when told, in the order in which they are due. */
export interface FakeAfter {
  readonly after: After;
  /** Runs everything due within the next `ms`. */
  readonly advance: (ms: number) => void;
  /** How long until each waiting task is due, in ms, soonest first. */
  readonly waiting: () => readonly number[];
}

export function fakeAfter(): FakeAfter {
  let now = 0;
  const tasks = new Set<{ readonly due: number; readonly run: () => void }>();
  const soonest = (): readonly { readonly due: number; readonly run: () => void }[] =>
    [...tasks].toSorted((a, b) => a.due - b.due);
  return {
    after: (ms, run) => {
      const task = { due: now + ms, run };
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let next = soonest()[0]; next !== undefined && next.due <= end; next = soonest()[0]) {
        tasks.delete(next);
        now = next.due;
        next.run();
      }
      now = end;
    },
    waiting: () => soonest().map((task) => task.due - now),
  };
}
