import { startMain, type ServerProcess } from '../server-process.ts';

/** A server that is killed again and again, and each time started anew on the same port. */
export interface MortalServer {
  /** Its address, once it listens after its latest start. Rejects if it ended by itself. */
  readonly up: () => Promise<string>;
  /** One step of progress was made: something was sent, or answered. Kills the server if this was one of the moments. */
  readonly step: () => void;
  /** Everything all lives printed. */
  readonly output: () => string;
  /** Ends it in order. Resolves with how each life ended: a signal's name or an exit code. */
  readonly stop: () => Promise<readonly (number | NodeJS.Signals | null)[]>;
}

/** @param moments The steps, ascending, at which the server gets SIGKILL. */
export function startMortalServer(
  environment: Readonly<Record<string, string>>,
  moments: readonly number[],
): MortalServer {
  const lives: ServerProcess[] = [];
  let port = '0';
  let steps = 0;
  let kills = 0;

  const live = async (): Promise<string> => {
    const life = startMain({ ...environment, PORT: port });
    lives.push(life);
    [, port = ''] = await life.printed(/listens on port (\d+)/);
    return `http://127.0.0.1:${port}`;
  };
  const dieAndLive = async (before: ServerProcess): Promise<string> => {
    before.child.kill('SIGKILL');
    await before.ended;
    return live();
  };
  let listening = live();

  return {
    up: () => listening,
    step: () => {
      steps += 1;
      const life = lives.at(-1);
      if (steps !== moments[kills] || !life) return;
      kills += 1;
      listening = dieAndLive(life);
      // Whoever waits for it hears of it; until then nobody may be waiting.
      listening.catch(() => undefined);
    },
    output: () => lives.map((life) => life.output()).join(''),
    stop: async () => {
      await listening.catch(() => undefined);
      lives.at(-1)?.child.kill('SIGTERM');
      return Promise.all(lives.map(({ ended }) => ended));
    },
  };
}
