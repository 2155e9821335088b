/** Runs `task` once, `ms` milliseconds from now; call what it returns to prevent that. Passed in, so that tests need not wait. */
export type After = (ms: number, task: () => void) => () => void;

/** Timers of a running server. They do not keep the process alive. */
export const systemAfter: After = (ms, task) => {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
