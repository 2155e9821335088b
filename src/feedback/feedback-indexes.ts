import type { Index } from '../store/port.ts';
import { REASON_CODES } from './reasons.ts';

const NEWEST_FIRST = { field: 'givenAtMs', direction: 'desc' } as const;
const ABOUT = Array.from({ length: 10 }, (_, index) => `about.i${index + 1}`);

/** What lists ask for: a round or a point of it, with words or still waiting for an answer. */
const LISTS: readonly Index[] = ['words', 'waits'].flatMap((mark) => [
  { equal: ['fiscalYear', mark], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', mark, 'point'], orderBy: NEWEST_FIRST },
]);

/** What tallies count: the answers of each step in one group. A whole round is the sum of its channels. */
const TALLIES: readonly Index[] = [
  'channel',
  'point',
  'week',
  ...ABOUT,
  ...REASON_CODES.map((code) => `why.${code}`),
].map((group) => ({ equal: ['fiscalYear', group, 'score'] }));

/** Every query there is over answers. Those of marks and flags hold only documents that have them, so they cost little. */
export const FEEDBACK_INDEXES: readonly Index[] = [
  { equal: ['fiscalYear'], orderBy: NEWEST_FIRST },
  { equal: ['commentRef'] },
  ...LISTS,
  ...TALLIES,
];
