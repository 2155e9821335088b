import { readResultFile } from '../../../src/assessment/import/read-result-file.ts';
import type { ResultFile } from '../../../src/assessment/import/result-file.ts';
import { SEED_SCORES } from '../build.ts';

export interface Read {
  readonly value: number;
  readonly where: string;
}
let place = 0;
/** A reading in a place of its own. */
export const at = (value: number): Read => ({ value, where: `แห่งที่ ${(place += 1)}` });

/** A file with one reading per figure, all of them right; `changes` replace whole keys. */
export function file(changes: Record<string, unknown> = {}): ResultFile {
  return readResultFile(JSON.stringify({ ...plain(), ...changes }));
}

export function plain(): Record<string, unknown> {
  return {
    format: 'prongsai-result-1',
    fiscalYear: 2565,
    agency: [{ name: 'อบต.ตัวอย่าง', where: 'ปก' }],
    source: { title: 'รายงาน', url: null },
    overall: [at(97.02)],
    level: [{ value: 'AA', where: 'หัวข้อ 2' }],
    instruments: { IIT: [at(96.63)], EIT: [at(93.45)], OIT: [at(100)] },
    indicators: SEED_SCORES.map((value, index) => ({ no: index + 1, readings: [at(value)] })),
  };
}

/** The indicators of `plain`, those given replaced by several readings. */
export function indicators(changed: Readonly<Record<number, readonly number[]>>): unknown[] {
  return SEED_SCORES.map((value, index) => ({
    no: index + 1,
    readings: (changed[index + 1] ?? [value]).map(at),
  })).filter(({ readings }) => readings.length > 0);
}
