import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareYears } from '../../src/assessment/comparison.ts';
import { assessment, SEED_SCORES } from './build.ts';

const older = assessment({ fiscalYear: 2564, scores: SEED_SCORES.with(0, 99) });
const newer = assessment({ fiscalYear: 2565 });

describe('two years', () => {
  it('are compared score by score', () => {
    const comparison = compareYears(older, newer);
    expect(comparison).toMatchObject({ olderYear: 2564, newerYear: 2565, notes: [] });
    expect(comparison.indicators[0]).toEqual({ no: 1, older: 99, newer: 98.17, change: -0.83, direction: 'down' });
    expect(comparison.indicators[1]).toMatchObject({ change: 0, direction: 'same' });
    expect(comparison.instruments.IIT).toMatchObject({ direction: 'down' });
    expect(comparison.overall).toMatchObject({ newer: 97.02, direction: 'down' });
  });

  it('come out the same when handed in the wrong way round', () => {
    expect(compareYears(newer, older)).toEqual(compareYears(older, newer));
  });

  it('keep what is missing missing', () => {
    const gap = assessment({ fiscalYear: 2566, scores: [null, ...SEED_SCORES.slice(1)] });
    const comparison = compareYears(newer, gap);
    expect(comparison.indicators[0]).toEqual({ no: 1, older: 98.17, newer: null, change: null, direction: 'unknown' });
    expect(comparison.overall).toMatchObject({ newer: null, change: null });
  });

  it('never change by more than 100 points, and swap signs with the years', () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
      { minLength: 10, maxLength: 10 },
    );
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const there = compareYears(assessment({ fiscalYear: 2564, scores: a }), assessment({ scores: b }));
        const back = compareYears(assessment({ fiscalYear: 2564, scores: b }), assessment({ scores: a }));
        there.indicators.forEach(({ change }, index) => {
          expect(Math.abs(change ?? 101)).toBeLessThanOrEqual(100);
          expect((change ?? 0) + (back.indicators[index]?.change ?? 0)).toBe(0);
        });
      }),
    );
  });
});

describe('notes', () => {
  const compared = (from: number, to: number) =>
    compareYears(assessment({ fiscalYear: from }), assessment({ fiscalYear: to }));
  const notes = (from: number, to: number): string => compared(from, to).notes.join('\n');
  const levelNotes = (from: number, to: number): string => compared(from, to).levelNotes.join('\n');

  it('give the confirmed numbers of questions on both sides of 2567', () => {
    expect(notes(2565, 2567)).toContain('IIT จาก 30 เป็น 15 ข้อ และ EIT จาก 15 เป็น 9 ข้อ');
    expect(notes(2565, 2567)).not.toContain('35');
  });

  it('give no number that is not confirmed', () => {
    expect(notes(2566, 2568)).toContain('แบบวัด IIT และ EIT เปลี่ยนตั้งแต่ปี 2567');
    expect(notes(2566, 2568)).not.toMatch(/\d+ ข้อ/);
  });

  it.each([
    [2565, 2566],
    [2566, 2567],
    [2565, 2568],
  ])('say that the level scales of %d and %d differ', (from, to) => {
    expect(levelNotes(from, to)).toContain('เกณฑ์บอกระดับต่างกัน');
    expect(notes(from, to)).not.toContain('เกณฑ์บอกระดับต่างกัน');
  });

  it.each([
    [2564, 2565],
    [2567, 2568],
  ])('are silent for %d and %d', (from, to) => expect(notes(from, to) + levelNotes(from, to)).toBe(''));
});
