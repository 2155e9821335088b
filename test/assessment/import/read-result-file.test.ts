import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadFile } from '../../../src/json-file/bad-file.ts';
import { readResultFile } from '../../../src/assessment/import/read-result-file.ts';
import { at, plain } from './file.ts';

function problemsOf(changes: Record<string, unknown>): BadFile['problems'] {
  try {
    readResultFile(JSON.stringify({ ...plain(), ...changes }));
  } catch (error) {
    if (error instanceof BadFile) return error.problems;
    throw error;
  }
  return [];
}
const measure = {
  fiscalYear: 2566,
  no: 1,
  title: 'ก',
  steps: [],
  indicators: [],
  items: [],
  owner: null,
  period: null,
  followUp: null,
};

describe('a result file', () => {
  it.each([
    ['a Christian-era year', { fiscalYear: 2022 }, 'fiscalYear', '2565 (ไม่ใช่ ค.ศ. 2022)'],
    ['a score over 100', { overall: [at(970.2)] }, 'overall[0].value', '100'],
    ['a score in words', { overall: [{ value: '๙๗.๐๒', where: 'ก' }] }, 'overall[0].value', 'ตัวเลข'],
    ['no place for a reading', { overall: [{ value: 97 }] }, 'overall[0].where', 'เพิ่มค่านี้'],
    ['an indicator without number or name', { indicators: [{ readings: [at(1)] }] }, 'indicators[0]', '1–10'],
    ['an unknown name alone', { indicators: [{ name: 'ก', readings: [at(1)] }] }, 'indicators[0]', '1–10'],
    ['an item that the year does not have', { items: [{ code: 'I31', weak: true }] }, 'items[0].indicator', 'รหัสข้อ'],
    [
      'an item under the wrong indicator',
      { items: [{ code: 'I23', indicator: 5, weak: true }] },
      'items[0].indicator',
      'แก้เป็น 4',
    ],
    [
      'an item twice',
      {
        items: [
          { code: 'I23', weak: true },
          { code: 'I23', weak: true },
        ],
      },
      'items[1].code',
      'รายการเดียว',
    ],
    ['a measure twice', { measures: [measure, measure] }, 'measures[1].no', 'ไม่ซ้ำ'],
    ['a link that is not https', { source: { title: 'ก', url: 'http://a.go.th' } }, 'source.url', 'null'],
    [
      'a link longer than LINE opens',
      { source: { title: 'ก', url: `https://a.go.th/${'a'.repeat(1_000)}` } },
      'source.url',
      'ไม่เกิน 1000 ตัวอักษร',
    ],
    ['a word it does not know', { score: 1 }, '(ทั้งไฟล์)', 'ตัวสะกด'],
    ['another format', { format: 'x' }, 'format', 'prongsai-result-1'],
  ])('with %s is told where and how to mend it', (_, changes, path, fix) => {
    const problem = problemsOf(changes).find((found) => found.path === path);
    expect(problem?.fix).toContain(fix);
  });

  it('of a year whose numbering is not built in names the indicator of each item itself', () => {
    expect(problemsOf({ fiscalYear: 2570, items: [{ code: 'I3', indicator: 2, weak: true }] })).toEqual([]);
  });

  it('with anything else in it is refused in words and never crashes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(plain())), fc.jsonValue()), (changes) => {
        expect(problemsOf(changes as Record<string, unknown>).every(({ fix }) => fix.length > 0)).toBe(true);
      }),
    );
  });
});
