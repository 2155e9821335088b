/**
 * Keeps the order of one user's work and lets different users' work run side by side, at most `maxUsers` at once. The
 * limit protects the store; work that needs no waiting does not belong in here.
 */
export class UserLanes {
  readonly #maxUsers: number;
  readonly #lanes = new Map<string, (() => Promise<void>)[]>();
  readonly #waiting: string[] = [];
  #running = 0;
  #idle: (() => void)[] = [];

  constructor(maxUsers: number) {
    if (!Number.isInteger(maxUsers) || maxUsers < 1) throw new RangeError('maxUsers must be a whole number from 1');
    this.#maxUsers = maxUsers;
  }

  /** True if nothing of this user is queued or running. */
  isFree(user: string): boolean {
    return !this.#lanes.has(user);
  }

  /** Runs `work` after everything queued before it for the same user. Resolves or rejects as `work` does. */
  run<T>(user: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // Never rejects, also if `work` throws before it gives a promise: else its place would be lost for ever.
      const job = async (): Promise<void> => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error);
        }
      };
      const lane = this.#lanes.get(user);
      if (lane) {
        lane.push(job);
        return;
      }
      this.#lanes.set(user, [job]);
      this.#waiting.push(user);
      this.#startWaiting();
    });
  }

  /** Resolves when nothing is queued or running. */
  drained(): Promise<void> {
    if (this.#lanes.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #startWaiting(): void {
    while (this.#running < this.#maxUsers) {
      const user = this.#waiting.shift();
      if (user === undefined) return;
      this.#running += 1;
      void this.#work(user);
    }
  }

  /** One job of a user, then back to the end of the line, so that a user who sends a lot does not keep others out. */
  async #work(user: string): Promise<void> {
    const lane = this.#lanes.get(user);
    const job = lane?.shift();
    if (job) await job();
    this.#running -= 1;
    if (lane && lane.length > 0) this.#waiting.push(user);
    else this.#lanes.delete(user);
    this.#startWaiting();
    if (this.#lanes.size === 0) {
      for (const resolve of this.#idle) resolve();
      this.#idle = [];
    }
  }
}
