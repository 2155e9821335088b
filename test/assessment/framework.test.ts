import { describe, expect, it } from 'vitest';
import { framework, indicatorOfItem } from '../../src/assessment/framework.ts';
import { INDICATORS, indicatorByName, indicatorOf } from '../../src/assessment/indicators.ts';
import { INSTRUMENT_INFO } from '../../src/assessment/instruments.ts';
import { itemCatalogue, itemFact, itemTopic, itemWording } from '../../src/assessment/items/catalogue.ts';

describe('indicators', () => {
  it('are numbered 1–10 and belong to the instrument that averages them', () => {
    expect(INDICATORS.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { no, instrument } of INDICATORS) expect(INSTRUMENT_INFO[instrument].indicators).toContain(no);
  });

  it.each([
    ['การใช้ทรัพย์สินของทางราชการ', 4],
    ['ประสิทธิผลการสื่อสาร', 7],
    ['การปรับปรุงการทำงาน', 8],
    ['การปรับปรุงระบบการทํางาน', 8],
    ['การ ปฏิบัติหน้าที่ได้', 1],
  ])('%s is a name of number %d', (name, no) => expect(indicatorByName(name)?.no).toBe(no));

  it.each(['', 'การปรับปรุง', 'การสื่อสาร'])('%j is not guessed at', (name) => {
    expect(indicatorByName(name)).toBeUndefined();
  });

  it.each([0, 11, -1, 1.5])('there is no number %d', (no) => expect(indicatorOf(no)).toBeUndefined());
});

describe('what may be shown', () => {
  it('has the items that a 2565 report names, in own words and as officially worded', () => {
    for (const code of ['I23', 'I29', 'E11', 'E12', 'E14']) {
      expect(itemTopic(2565, code)).not.toBe('');
      expect(itemWording(2565, code)).toContain('มากน้อยเพียงใด');
    }
  });

  it.each([
    ['recalled only', 2565, 'E1'],
    ['printed in a 2565 report only', 2564, 'E11'],
    ["seen on a school's copy", 2566, 'O10'],
    ['recalled only', 2567, 'O5'],
    ["seen on one agency's site", 2568, 'O8'],
    ["seen on one agency's site", 2569, 'O25'],
    ['outside the list', 2565, 'O44'],
    ['outside the list', 2565, 'I31'],
    ['outside what is known', 2570, 'I1'],
    ['no item', 2565, 'X1'],
  ])('hides what is %s: %d %s', (_, year, code) => {
    expect(itemFact(year, code)).toBeUndefined();
    expect(itemTopic(year, code)).toBeUndefined();
    expect(itemWording(year, code)).toBeUndefined();
  });

  it('keeps the years apart', () => {
    expect(itemTopic(2564, 'O34')).toBe('เจตจำนงสุจริตของผู้บริหาร');
    expect(itemTopic(2565, 'O34')).toContain('No Gift Policy');
    expect(itemTopic(2565, 'I3')).not.toBe(itemTopic(2567, 'I3'));
  });

  it.each([2564, 2565])('lists every item of %d once, under the indicator its number says', (year) => {
    const items = itemCatalogue(year);
    const counts = framework(year).itemCounts;
    expect(items).toHaveLength(88);
    expect(new Set(items.map(({ code }) => code)).size).toBe(88);
    for (const { code, indicator } of items) expect(indicatorOfItem(year, code)).toBe(indicator);
    expect(counts).toEqual({ IIT: 30, EIT: 15, OIT: 43 });
  });
});

it.each([
  [2565, 'I23', 4],
  [2565, 'E5', 6],
  [2565, 'E14', 8],
  [2565, 'O33', 9],
  [2565, 'O34', 10],
  [2567, 'I15', 5],
  [2567, 'E9', 8],
  [2567, 'I16', undefined],
  [2567, 'O1', undefined],
  [2566, 'I1', undefined],
  [2565, 'I123', undefined],
  [2565, 'I0', undefined],
])('in %d, %s belongs to indicator %s', (year, code, indicator) => {
  expect(indicatorOfItem(year, code)).toBe(indicator);
});

it('presents weights as confirmed only for the years whose results prove them', () => {
  expect([2562, 2563, 2566, 2567].map((year) => framework(year).weightsConfirmed)).toEqual([false, true, true, false]);
});
