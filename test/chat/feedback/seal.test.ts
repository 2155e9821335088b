import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../src/chat/feedback/seal.ts';

const { seal, open } = createSeal('a secret of the servers');

describe('a seal', () => {
  it('is opened by whoever knows the secret, and looks the same every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(seal(text)).toMatch(/^[\w-]{38,}$/);
        expect(open(seal(text))).toBe(text);
        expect(createSeal('a secret of the servers').seal(text)).toBe(seal(text));
      }),
    );
  });

  it('shows nothing of what it keeps, and is of no use with another secret', () => {
    const id = '7K3M9QXT2BD04F6G8HJK';
    expect(Buffer.from(seal(id), 'base64url').toString('latin1')).not.toContain(id.slice(0, 4));
    expect(createSeal('another secret').open(seal(id))).toBeUndefined();
    expect(seal(`${id}1`).slice(0, 16)).not.toBe(seal(id).slice(0, 16));
  });

  it('that was changed, cut or made up is not opened', () => {
    const whole = seal('7K3M9QXT2BD04F6G8HJK');
    for (let at = 0; at < whole.length - 1; at += 1)
      expect(open(`${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`)).toBeUndefined();
    for (const made of ['', 'A', 'A'.repeat(38), 'A'.repeat(64), whole.slice(4), `${whole}AAAA`])
      expect(open(made)).toBeUndefined();
  });

  it('fits a button with a place in a list', () => {
    const cursor = Buffer.from(JSON.stringify(['givenAtMs desc', 1_763_803_200_000, '7K3M9QXT2BD04F6G8HJK']));
    expect(seal(`rest ${cursor.toString('base64url')}`).length).toBeLessThanOrEqual(200);
  });
});
