import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { feedbackId, readFeedbackId, showFeedbackId } from '../../src/feedback/feedback-id.ts';
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
