import type { Feedback } from '../../src/feedback/feedback.ts';
import { giveFeedback, type GivenFeedback } from '../../src/feedback/give-feedback.ts';
import { feedback } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';

/** 22 November 2026, 10:00 in Bangkok: fiscal year 2570. */
export const NOW = new Date('2026-11-22T03:00:00.000Z');
export const CODE = '4K7P9QZRX2M';
export const USER = `U${'4'.repeat(32)}`;

/** An answer through a code at `งานทะเบียน`, good, without words. */
export function given(more: Partial<GivenFeedback> = {}): GivenFeedback {
  return {
    fiscalYear: 2570,
    code: CODE,
    point: 'งานทะเบียน',
    channel: 'web',
    audience: 'citizen',
    score: 67,
    indicators: [6, 7, 8],
    givenAtMs: NOW.getTime(),
    ...more,
  };
}

/** Stores an answer and returns its id. */
export async function give(store: AgencyStore, id: string, more: Partial<GivenFeedback> = {}): Promise<string> {
  await store.transaction(giveFeedback(id, given(more)));
  return id;
}

/** The answer as stored; fails if it is not there. */
export async function stored(store: AgencyStore, id: string): Promise<Feedback> {
  const found = await store.get(feedback, id);
  if (found === undefined) throw new Error(`${id} is not stored`);
  return found;
}
