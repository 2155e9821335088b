import { describe, expect, it } from 'vitest';
import { shownName } from '../../src/people/shown-name.ts';

describe('a name as LINE shows it', () => {
  it.each([
    ['ช่อฟ้า', 'ช่อฟ้า'],
    ['  คุณ  แก้ว \n', 'คุณ แก้ว'],
    ['👩‍💼 Nok', '👩‍💼 Nok'],
    ['\u202Eแอดมิน\u2066', 'แอดมิน'],
    ['ก\u0000ข', 'ก ข'],
    ['\uD83D', '\uFFFD'],
    ['', null],
    ['   ', null],
    ['\u200B\u2060', null],
  ])('%j is kept as %j', (name, kept) => expect(shownName(name)).toBe(kept));

  it('is cut between letters, never within one', () => {
    const name = shownName('ก็'.repeat(80));
    expect(name).toBe('ก็'.repeat(50));
    expect((shownName('👩‍💼'.repeat(40)) ?? '').length).toBeLessThanOrEqual(100);
  });
});
