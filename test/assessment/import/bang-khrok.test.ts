import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AgencyProfileSchema } from '../../../src/agency/profile.ts';
import { readResultFile } from '../../../src/assessment/import/read-result-file.ts';
import { resolveResult } from '../../../src/assessment/import/resolve-result.ts';
import { findWeaknesses } from '../../../src/assessment/weaknesses.ts';
import { readJson } from '../../../src/json-file/read-json.ts';

const read = (name: string): string => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8');
const profile = readJson(read('bang-khrok-agency.json'), AgencyProfileSchema);
const { assessment, findings, measures } = resolveResult(readResultFile(read('bang-khrok-2565.json')), {
  agencyName: profile.name,
});

describe("the example agency's report", () => {
  it('gives 97.02, level AA', () => {
    expect(assessment).toMatchObject({ fiscalYear: 2565, agencyName: 'องค์การบริหารส่วนตำบลบางครก' });
    expect(assessment.overall).toMatchObject({ value: 97.02, basis: 'printed' });
    expect(assessment.level).toEqual({ printed: 'AA', expected: 'AA' });
  });

  it('gives the three instruments', () => {
    expect(assessment.instruments).toMatchObject({ IIT: { value: 96.63 }, EIT: { value: 93.45 }, OIT: { value: 100 } });
  });

  it('gives the ten indicators, 6 corrected from two readings', () => {
    expect(assessment.indicators.map(({ figure }) => figure?.value)).toEqual([
      98.17, 98.93, 99.11, 92.88, 94.06, 94.45, 93.31, 92.59, 100, 100,
    ]);
    const corrected = assessment.indicators.filter(({ figure }) => figure?.basis === 'corrected');
    expect(corrected.map(({ no }) => no)).toEqual([1, 6]);
    expect(corrected[1]?.figure?.readings.map(({ value }) => value)).toEqual([84.45, 94.45]);
  });

  it('gives scores for two items, both doubtful, and none for three', () => {
    expect(assessment.items.map(({ code, figure, doubtful }) => [code, figure?.value ?? null, doubtful])).toEqual([
      ['I23', 92.32, true],
      ['I29', 92.32, true],
      ['E11', null, false],
      ['E12', null, false],
      ['E14', null, false],
    ]);
  });

  it('has its lowest indicator first among the weaknesses', () => {
    expect(findWeaknesses(assessment)[0]).toMatchObject({ kind: 'indicator', indicator: 8, score: 92.59 });
  });

  it('has findings for everything that does not add up', () => {
    const codes = new Set(findings.map(({ code, about }) => `${code} ${about}`));
    for (const expected of [
      'conflicting-values indicator:6',
      'duplicate-indicator indicator:1',
      'agency-name-conflict agency',
      'foreign-url text',
      'item-code-corrupt item:I23',
      'item-code-wrong item:I29',
      'item-code-without-letter text',
      'equal-item-scores item:I23',
      'name-variant indicator:7',
      'unofficial-level-words text',
      'risky-sentence indicator:6',
      'weak-item-without-measure item:I29',
      'strengths-contain-weak-points text',
      'unfinished-sentence item:I29',
      'html-in-text text',
    ]) {
      expect(codes).toContain(expected);
    }
  });

  it('promises three measures for the year after', () => {
    expect(measures.map(({ fiscalYear, no, items, indicators }) => [fiscalYear, no, items, indicators])).toEqual([
      [2566, 1, ['E11', 'E12', 'E14'], [8]],
      [2566, 2, ['I23'], [4]],
      [2566, 3, [], [7]],
    ]);
  });

  it('brings in no web address and no sentence that says the opposite of what it means', () => {
    const text = read('bang-khrok-2565.json');
    expect(text).not.toMatch(/www\.|https?:/);
    expect(text).not.toContain('ไม่พบว่าไม่มี');
  });
});

it('the example profile holds only what the report confirms', () => {
  const known = Object.entries(profile).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  expect(known).toEqual([
    ['name', 'องค์การบริหารส่วนตำบลบางครก'],
    ['shortName', 'อบต.บางครก'],
    ['district', 'บ้านแหลม'],
    ['province', 'เพชรบุรี'],
  ]);
});
