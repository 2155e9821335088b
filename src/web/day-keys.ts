import { dayKey } from '../feedback/feedback-id.ts';
import type { AgencyStore } from '../store/port.ts';

/** The key of a day, asked for once a day. A failed try is not remembered, and yesterday's key is not kept. */
export function dayKeys(store: AgencyStore, newKey: () => string): (day: string) => Promise<string> {
  let known: { readonly day: string; readonly key: Promise<string> } | undefined;
  return (day) => {
    if (known?.day === day) return known.key;
    const asked = { day, key: dayKey(store, day, newKey) };
    known = asked;
    asked.key.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.key;
  };
}
