import type { Index } from '../store/port.ts';

const NEWEST_FIRST = { field: 'givenAtMs', direction: 'desc' } as const;

/** What lists ask for: a round, or a point, a code or a division in it, with words or still waiting for an answer. */
const LISTS: readonly Index[] = ['words', 'waits'].flatMap((mark) => [
  { equal: ['fiscalYear', mark], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', mark, 'point'], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', mark, 'code'], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', mark, 'division'], orderBy: NEWEST_FIRST },
]);

/** Every query there is over answers. Those of marks hold only documents that have them, so they cost little. */
export const FEEDBACK_INDEXES: readonly Index[] = [
  { equal: ['fiscalYear'], orderBy: NEWEST_FIRST },
  { equal: ['commentRef'] },
  { equal: ['fiscalYear', 'hidden'], orderBy: NEWEST_FIRST },
  { equal: ['fiscalYear', 'waits', 'wantsReply'], orderBy: NEWEST_FIRST },
  ...LISTS,
];

/** What is only counted: for tallies the answers of each step in one group (a whole round is the sum of its channels), and those of a code. */
export const FEEDBACK_COUNTS: readonly (readonly string[])[] = [
  ...['channel', 'point', 'week', 'about.*', 'why.*'].map((group) => ['fiscalYear', group, 'score']),
  ['code'],
];
