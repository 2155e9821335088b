import { expect, it } from 'vitest';
import { PushSchema } from '../../src/push/push.ts';
import { unitOf } from '../../src/push/unit-of.ts';

it.each([
  ['results-2568', 'results_2568'],
  ['staff-digest-20261207T0900', 'staff_digest_20261207T0900'],
  ['manager-digest-20261201T0900', 'manager_digest_20261201T0900'],
])('the unit of %s is %s', (id, unit) => {
  expect(unitOf(id)).toBe(unit);
});

it('is a name LINE takes, and another for every push, however long its id is', () => {
  const ids = ['managers', 'staff', 'everybody'].map((reach) => `manager-digest-20261201T0900-${reach}`);
  const units = [...ids, 'ข่าวด่วน', 'ข่าวดี', 'a'.repeat(30), 'a'.repeat(31)].map(unitOf);
  expect(new Set(units).size).toBe(units.length);
  for (const unit of units) expect(PushSchema.shape.unit.parse(unit)).toBe(unit);
});
