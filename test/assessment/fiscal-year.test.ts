import { expect, it } from 'vitest';
import { fiscalYearOf } from '../../src/assessment/fiscal-year.ts';

it.each([
  ['the last moment of a year in Bangkok', '2022-09-30T16:59:59.999Z', 2565],
  ['1 October 00:00 in Bangkok, still September in UTC', '2022-09-30T17:00:00.000Z', 2566],
  ['New Year', '2022-12-31T17:00:00.000Z', 2566],
  ['a leap day', '2024-02-29T12:00:00.000Z', 2567],
])('puts %s into its fiscal year', (_, moment, year) => {
  expect(fiscalYearOf(new Date(moment))).toBe(year);
});
