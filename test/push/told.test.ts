import { describe, expect, it } from 'vitest';
import { isMoreThan, LONGEST_TOLD, toldLine, type Told } from '../../src/push/told.ts';

const TOLD: Told = { numbers: [5, 2], things: ['2570.1.2026-09-30!', '2570.3.2026-12-31'] };
const more = (now: Partial<Told>): boolean => isMoreThan({ ...TOLD, ...now }, toldLine(TOLD));

describe('what a digest tells', () => {
  it('is told again when something has come or grown, not when it is the same, done or fewer', () => {
    expect(more({})).toBe(false);
    expect(more({ things: ['2570.3.2026-12-31'] })).toBe(false);
    expect(more({ numbers: [4, 1], things: [] })).toBe(false);
    expect(more({ numbers: [5, 3] })).toBe(true);
    expect(more({ things: ['2570.1.2026-09-30!', '2570.3.2026-12-31!'] })).toBe(true);
  });

  it('is told when nothing was before, or what was written down cannot be read', () => {
    expect(isMoreThan(TOLD, undefined)).toBe(true);
    expect(isMoreThan({ numbers: [0], things: [] }, 'f'.repeat(64))).toBe(true);
  });

  it('fits what is kept, and so many things that they do not are not told for ever', () => {
    const things = Array.from({ length: 500 }, (_, no) => `2570.${no + 100}.2026-12-31!`);
    const many: Told = { numbers: [500, 400], things };
    expect(toldLine(many).length).toBeLessThanOrEqual(LONGEST_TOLD);
    expect(isMoreThan(many, toldLine(many))).toBe(false);
  });
});
