import { describe, expect, it } from 'vitest';
import { publishedYear } from '../../src/chat/published-year.ts';
import { assessment } from '../assessment/build.ts';

const published = [2563, 2565, 2566].map((fiscalYear) => assessment({ fiscalYear }));

describe('the published result that is meant, in fiscal year 2568', () => {
  it.each([
    ['nothing said', {}, 2566, false],
    ['the newest', { year_rel: 'latest' }, 2566, false],
    ['a published year', { year: 2565 }, 2565, false],
    ['this year, not yet published', { year_rel: 'this' }, 2566, true],
    ['last year, not published', { year_rel: 'previous' }, 2566, true],
    ['a year and a word: the year counts', { year: 2563, year_rel: 'this' }, 2563, false],
  ] as const)('%s', (_, asked, year, noted) => {
    const found = publishedYear(asked, published, 2568);
    expect(found).toMatchObject({ kind: 'found', assessment: { fiscalYear: year } });
    if (found.kind === 'found') expect(found.note !== null).toBe(noted);
  });

  it('takes last year at its word when it is published', () => {
    expect(publishedYear({ year_rel: 'previous' }, published, 2567)).toMatchObject({
      assessment: { fiscalYear: 2566 },
      note: null,
    });
  });

  it('says in the note which year was asked for and which is shown', () => {
    expect(publishedYear({ year_rel: 'this' }, published, 2568)).toMatchObject({
      note: expect.stringMatching(/2568.*2566/) as string,
    });
  });

  it.each([
    ['a year that is not published', { year: 2564 }, 2564],
    ['a year by word before all that is published', { year_rel: 'previous' }, 2499],
  ] as const)('never slips another year in for %s', (_, asked, year) => {
    expect(publishedYear(asked, published, 2500)).toEqual({ kind: 'missing', asked: year, years: [2566, 2565, 2563] });
  });

  it('says that nothing is published when nothing is', () => {
    expect(publishedYear({}, [], 2568)).toEqual({ kind: 'missing', asked: undefined, years: [] });
  });
});
