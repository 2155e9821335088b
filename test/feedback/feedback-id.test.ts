import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayKey, feedbackId, readFeedbackId, showFeedbackId } from '../../src/feedback/feedback-id.ts';
import { daykeys } from '../../src/store/collections.ts';
import { memoryAgency } from '../memory-agency.ts';
import { CODE, USER } from './given.ts';

const newKey = (): string => randomBytes(32).toString('base64url');

describe('the id of an answer', () => {
  it('is the same for the same person, point and day, and for nothing else', () => {
    const [today, tomorrow] = [newKey(), newKey()];
    const id = feedbackId(today, `line:${USER}`, CODE);
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(feedbackId(today, `line:${USER}`, CODE)).toBe(id);
    const others = [
      feedbackId(tomorrow, `line:${USER}`, CODE),
      feedbackId(today, `web:${USER}`, CODE),
      feedbackId(today, `line:${USER}`, null),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('is read back as people write it', () => {
    const id = feedbackId(newKey(), 'web:x', null);
    expect(readFeedbackId(` ${showFeedbackId(id).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(id);
    expect(readFeedbackId(id.slice(1))).toBeUndefined();
  });
});

describe('the key of a day', () => {
  it('is made once, whoever asks first, and thrown away with the next one', async () => {
    const store = memoryAgency();
    const keys = await Promise.all([1, 2, 3].map(() => dayKey(store, '2026-11-22', newKey)));
    expect(new Set(keys).size).toBe(1);
    expect(await dayKey(store, '2026-11-22', newKey)).toBe(keys[0]);
    expect(await dayKey(store, '2026-11-23', newKey)).not.toBe(keys[0]);
    expect((await store.query(daykeys)).docs.map(({ id }) => id)).toEqual(['2026-11-23']);
  });
});
