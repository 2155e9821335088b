/** The store did not answer in time; what was written may still become durable. */
export class LateError extends Error {
  override readonly name = 'LateError';
}

/** What `work` resolves with, or a LateError after `ms` (ms); `work` goes on and its end is then nobody's concern. */
export function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LateError(`not done within ${ms} ms`)), ms);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
