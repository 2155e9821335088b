import { describe, expect, it } from 'vitest';
import { heard, isReached, roomIn, UNUSED_QUOTA, type LineQuota, type Quota } from '../../src/push/quota.ts';

const NOW = Date.UTC(2026, 10, 18, 2);
const DAY_MS = 86_400_000;
const left = (line: LineQuota, own: Quota, urgent = false, nowMs = NOW): number =>
  roomIn(line, own, { reserve: 0.2, urgent, nowMs }).left;

describe('the room of a month', () => {
  it('is what LINE leaves, less the reserve, which is for what is urgent', () => {
    expect(left({ limit: 300, used: 40 }, UNUSED_QUOTA)).toBe(200);
    expect(left({ limit: 300, used: 40 }, UNUSED_QUOTA, true)).toBe(260);
    expect(left({ limit: null, used: 40 }, UNUSED_QUOTA)).toBe(Infinity);
    expect(left({ limit: 300, used: 400 }, UNUSED_QUOTA, true)).toBe(0);
  });

  it('is never overrun when the figure of LINE lags behind and somebody else sends, too', () => {
    let own: Quota = UNUSED_QUOTA;
    const line: LineQuota = { limit: 300, used: 150 };
    let sent = 150;
    for (let push = 0; push < 5; push += 1) {
      if (left(line, own, true) < 80) continue;
      own = { ...heard(own, line), planned: own.planned + 80 };
      sent += 80;
    }
    expect(sent).toBe(230);
    expect(left({ limit: 300, used: 150 }, own, true)).toBe(70);
    expect(left({ limit: 300, used: 230 }, own, true)).toBe(70);
    expect(left({ limit: 300, used: 260 }, own, true)).toBe(40);
  });

  it('is whole again when LINE first named last month’s figure', () => {
    const own: Quota = { ...heard(UNUSED_QUOTA, { limit: 300, used: 280 }), planned: 3 };
    expect(left({ limit: 300, used: 280 }, own, true)).toBe(17);
    expect(left({ limit: 300, used: 3 }, own, true)).toBe(294);
    expect(left({ limit: 300, used: 3 }, heard(own, { limit: 300, used: 0 }), true)).toBe(297);
  });

  it('is none once LINE has said that the limit is reached, for a day, or until it names another', () => {
    const own: Quota = { ...UNUSED_QUOTA, limit: 300, reachedAtMs: NOW };
    expect(left({ limit: 300, used: 10 }, own, true, NOW + DAY_MS - 1)).toBe(0);
    expect(left({ limit: 300, used: 10 }, own, true, NOW + DAY_MS)).toBe(290);
    expect(left({ limit: 15_000, used: 310 }, own, true, NOW + 1)).toBe(14_690);
    expect([isReached(own, NOW + 1), isReached(own, NOW + DAY_MS)]).toEqual([true, false]);
  });
});
