import type { Feedback } from '../../feedback/feedback.ts';

/**
 * What one answer is about: a service point by its code, an indicator, an item, or nothing in particular. A person has one
 * answer for each subject and day.
 */
export interface Subject {
  readonly point?: string | undefined;
  /** 1–10. */
  readonly indicator?: number | undefined;
  /** An item, e.g. `E11`; named `code` as in the requests. */
  readonly code?: string | undefined;
}

/** The subject as one word, for ids and for what the chat waits for: the code, `i8`, `E11`, or null for the general form. */
export function subjectKey({ point, code, indicator }: Subject): string | null {
  return point ?? code ?? (indicator === undefined ? null : `i${indicator}`);
}

/** The subject behind such a word. */
export function subjectOfKey(key: string | null): Subject {
  if (key === null) return {};
  if (/^i\d{1,2}$/.test(key)) return { indicator: Number(key.slice(1)) };
  return /^[IEO]\d{1,2}$/.test(key) ? { code: key } : { point: key };
}

/** Only the slots that name the subject, the most particular alone. */
export function subjectOf({ point, code, indicator }: Subject): Subject {
  if (point !== undefined) return { point };
  if (code !== undefined) return { code };
  return indicator === undefined ? {} : { indicator };
}

/** The subject of a stored answer as far as it tells: the code, the only indicator, or nothing in particular. */
export function subjectOfFeedback({ code, about }: Pick<Feedback, 'code' | 'about'>): Subject {
  if (code !== null) return { point: code };
  const [only, another] = Object.keys(about);
  return only === undefined || another !== undefined ? {} : subjectOfKey(only);
}
