import type { Index } from '../store/port.ts';

const NEWEST_FIRST = { field: 'givenAtMs', direction: 'desc' } as const;

/** What lists ask for: a round or a point of it, with words or still waiting for an answer. */
const LISTS: readonly Index[] = ['words', 'waits'].flatMap((mark) => [
  { equal: ['fiscalYear', mark], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', mark, 'point'], orderBy: NEWEST_FIRST },
]);

/** Every query there is over answers. Those of marks hold only documents that have them, so they cost little. */
export const FEEDBACK_INDEXES: readonly Index[] = [
  { equal: ['fiscalYear'], orderBy: NEWEST_FIRST },
  { equal: ['commentRef'] },
  ...LISTS,
];

/** What tallies count: the answers of each step in one group. A whole round is the sum of its channels. */
export const FEEDBACK_COUNTS: readonly (readonly string[])[] = ['channel', 'point', 'week', 'about.*', 'why.*'].map(
  (group) => ['fiscalYear', group, 'score'],
);
