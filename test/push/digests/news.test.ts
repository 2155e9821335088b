import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/measures/measure.ts';
import { news } from '../../../src/push/digests/news.ts';
import { CARDS, measure } from '../../chat/answers/knowledge.ts';
import { wordsOn } from '../../chat/answers/look-into.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const moved = (no: number, more: Partial<Measure>): Measure =>
  measure(no, { fiscalYear: 2570, promisedIn: null, title: `เรื่องที่ ${no}`, progressAt: NOW.toISOString(), ...more });
const told = (...measures: Measure[]): string | null => {
  const data = news({ agency: undefined, assessments: [], measures, now: NOW }, NOW.getTime() - 1);
  return data && wordsOn({ messages: [CARDS.render('push-news', data)], writes: [] });
};

describe('news for citizens', () => {
  it('tell what moves, and not what was stopped', () => {
    const said = told(moved(1, { status: 'under-way' }), moved(2, { status: 'stopped', stoppedBecause: 'งบไม่พอ' }));
    expect(said).toContain('เรื่องที่ 1');
    expect(said).not.toContain('เรื่องที่ 2');
    expect(told(moved(2, { status: 'stopped', stoppedBecause: 'งบไม่พอ' }))).toBeNull();
  });

  it('name what goes on as a measure of the next year once', () => {
    const said = told(
      moved(1, { status: 'under-way', carriedTo: '2571-1' }),
      moved(1, { status: 'under-way', fiscalYear: 2571, carriedFrom: '2570-1' }),
    );
    expect(said?.match(/เรื่องที่ 1/g)).toHaveLength(1);
  });
});
