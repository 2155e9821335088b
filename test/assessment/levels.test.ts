import { describe, expect, it } from 'vitest';
import { expectedLevel, levelMeaning, levelScale } from '../../src/assessment/levels.ts';

const same = (value: number): { IIT: number; EIT: number; OIT: number } => ({ IIT: value, EIT: value, OIT: value });

describe('letters, 2563–2565', () => {
  it.each([
    [100, 'AA'],
    [95, 'AA'],
    [94.995, 'AA'],
    [94.99, 'A'],
    [85, 'A'],
    [84.99, 'B'],
    [75, 'B'],
    [74.99, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [55, 'D'],
    [54.99, 'E'],
    [50, 'E'],
    [49.99, 'F'],
    [0, 'F'],
  ])('%d is %s', (overall, level) => {
    expect(expectedLevel(2565, { overall, instruments: same(overall) })).toBe(level);
  });

  it('needs no instrument scores', () => {
    expect(expectedLevel(2564, { overall: 97.02, instruments: { IIT: null, EIT: null, OIT: null } })).toBe('AA');
  });
});

describe('words, from 2567', () => {
  it.each([
    [95, same(95), 'ผ่านดีเยี่ยม'],
    [95, { ...same(95), EIT: 94.99 }, 'ผ่านดี'],
    [94.99, same(96), 'ผ่านดี'],
    [85, same(85), 'ผ่านดี'],
    [85, { ...same(86), EIT: 84.99 }, 'ผ่าน'],
    [94.64, { IIT: 95, EIT: 84.5, OIT: 100 }, 'ผ่าน'],
    [92.43, { IIT: 90, EIT: 86, OIT: 99 }, 'ผ่านดี'],
    [84.99, same(84.99), 'ต้องปรับปรุง'],
    [70, same(70), 'ต้องปรับปรุง'],
    [69.99, same(69.99), 'ต้องปรับปรุงโดยด่วน'],
    [0, same(0), 'ต้องปรับปรุงโดยด่วน'],
  ])('%d with %j is %s', (overall, instruments, level) => {
    expect(expectedLevel(2568, { overall, instruments })).toBe(level);
  });

  it.each([
    ['is left open when a missing instrument decides', 90, { ...same(90), EIT: null }, null],
    ['is known when another instrument already decides', 90, { IIT: 80, EIT: null, OIT: 95 }, 'ผ่าน'],
    ['is known when no instrument matters', 80, { IIT: null, EIT: null, OIT: null }, 'ต้องปรับปรุง'],
  ])('%s', (_, overall, instruments, level) => {
    expect(expectedLevel(2567, { overall, instruments })).toBe(level);
  });
});

it.each([2561, 2562, 2566])('%d has no confirmed rule, so nothing is expected', (year) => {
  expect(expectedLevel(year, { overall: 97, instruments: same(97) })).toBeNull();
  expect(levelScale(year)).toMatchObject({ kind: 'as-printed', levels: [], confirmed: false });
});

it('expects nothing without an overall score', () => {
  expect(expectedLevel(2565, { overall: null, instruments: same(97) })).toBeNull();
});

it('says that the scale of years after 2568 is carried over', () => {
  expect(levelScale(2568).confirmed).toBe(true);
  expect(levelScale(2569).confirmed).toBe(false);
  expect(levelScale(2569).note).toContain('2567 และ 2568');
});

it.each([
  ['aa', 'AA', 'letters'],
  ['ผ่าน ดี เยี่ยม', 'ผ่านดีเยี่ยม', 'words'],
])('knows the level %s', (text, name, kind) => expect(levelMeaning(text)).toMatchObject({ name, kind }));

it.each(['ดีมาก', 'ดีเยี่ยม', 'G', ''])('does not take %j for a level', (text) => {
  expect(levelMeaning(text)).toBeUndefined();
});
