import { describe, expect, it } from 'vitest';
import { addFriendUrl, chatUrl, questionUrl } from '../../src/feedback/links.ts';

describe('links', () => {
  it('leads a code to its page', () => {
    expect(questionUrl('https://example.go.th', '7K9DM2X4TQ8')).toBe('https://example.go.th/q/7K9DM2X4TQ8');
  });

  it('opens the chat with the code as text, everything percent-encoded', () => {
    const url = chatUrl('@123abcde', '7K9DM2X4TQ8');
    expect(url).toMatch(/^https:\/\/line\.me\/R\/oaMessage\/%40123abcde\/\?[\w%]+$/);
    expect(decodeURIComponent(new URL(url).search.slice(1))).toBe('ประเมิน 7K9DM2X4TQ8');
  });

  it('leads to the page that adds the account as a friend', () => {
    expect(addFriendUrl('@123abcde')).toBe('https://line.me/R/ti/p/%40123abcde');
  });
});
