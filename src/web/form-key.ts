import { openedMs } from './opened.ts';
import type { WebOptions } from './options.ts';

/**
 * The key of the day on which a form was opened. A form so old that this key is gone counts for today. Rejects as the
 * store does.
 */
export async function keyOfForm(
  { dayKeys }: Pick<WebOptions, 'dayKeys'>,
  form: URLSearchParams,
  nowMs: number,
): Promise<string> {
  const key = (await dayKeys.keyAt(openedMs(form, nowMs))) ?? (await dayKeys.keyAt(nowMs));
  if (key === undefined) throw new Error('there is no key for today');
  return key;
}
