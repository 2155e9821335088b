import { describe, expect, it } from 'vitest';
import { sourceKey } from '../../src/web/source-key.ts';

describe('what a sender is counted under', () => {
  it.each([
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff:ffff:ffff:ffff', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:db8:0:0:5::', true],
    ['fe80::1%eth0', 'fe80::2', true],
    ['::1', '::', true],
  ])('%s and %s: the same? %s', (one, other, same) => {
    expect(sourceKey(one, 'k') === sourceKey(other, 'k')).toBe(same);
  });

  it('says nothing of the address, and is another in another process', () => {
    const key = sourceKey('192.0.2.1', 'k');
    expect(key).toMatch(/^[\w-]{22}$/);
    expect(sourceKey('192.0.2.1', 'l')).not.toBe(key);
    expect(sourceKey(undefined, 'k')).toMatch(/^[\w-]{22}$/);
  });
});
