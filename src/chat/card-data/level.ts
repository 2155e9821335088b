import type { Assessment } from '../../assessment/assessment.ts';

/** The level the document prints, e.g. `ระดับ AA`; null if it prints none. Never worked out: the printed one counts. */
export function levelWords({ level }: Assessment): string | null {
  return level.printed === null ? null : `ระดับ ${level.printed}`;
}
