import { sceneOf } from './corruption-scenes.ts';
import type { Mark, Story } from './story.ts';

/** Asking for figures, measures or documents: talk about the assessment, not about an incident. */
const RESULTS: readonly Mark[] = [
  ...(['score', 'got', 'overall', 'lowest', 'highest', 'criteria', 'how_many'] as const),
  ...(['measure', 'document', 'has_code', 'has_indicator_number', 'about_question'] as const),
];
/** The same, but words that the story of an incident may also contain. */
const MAYBE_RESULTS: readonly Mark[] = [
  ...RESULTS,
  ...(['ita', 'has_instrument', 'has_grade', 'ind5', 'ind10', 'item_word', 'indicator_word', 'ask_item'] as const),
  ...(['how_much', 'counts_as', 'result', 'progress', 'weak', 'strong', 'compare', 'trend', 'changed'] as const),
  ...(['which', 'how', 'what_is', 'about', 'praise', 'feedback', 'transparent', 'against', 'term_nacc'] as const),
];
const PERSON: readonly Mark[] = ['officer', 'official'];
const TELLING: readonly Mark[] = ['suffered', 'witnessed', 'report_it', 'tip_off', 'anonymous'];
const ACCUSING: readonly Mark[] = [...PERSON, ...TELLING, 'public_property', 'procurement', 'for_favour', 'pay'];
/** With one of these, "…โกงไหม" is more than curiosity. */
const MORE_THAN_CURIOUS: readonly Mark[] = [
  ...(['suffered', 'report_it', 'tip_off', 'anonymous', 'for_favour', 'demand_money', 'pay'] as const),
  ...(['takes_money', 'public_property'] as const),
];

/** With one of these, a message about friends or shops is about the agency after all. */
const OURS: readonly Mark[] = [
  ...PERSON,
  ...([
    'agency',
    'report_it',
    'public_property',
    'public_money',
    'procurement',
    'connections',
    'office_good',
    'aid',
  ] as const),
];

/** One reason to take a message for a report. */
export interface Sign {
  readonly why: string;
  readonly holds: (story: Story) => boolean;
}

/** Told even if results are spoken of. */
const PLAIN_SIGNS: readonly Sign[] = [
  { why: 'speaks of tipping off', holds: ({ any }) => any('tip_off') && !any('score', 'what_is') },
  {
    why: 'names corruption, not denied and not asking for results',
    holds: ({ any, stands, onlyAsks }) =>
      stands('corrupt') > 0 &&
      !(onlyAsks && !any(...MORE_THAN_CURIOUS)) &&
      !(any('praise') && !any(...TELLING, 'demand_money')) &&
      !any(...(any(...ACCUSING) ? RESULTS : MAYBE_RESULTS)),
  },
  { why: 'claims are forged', holds: ({ any }) => any('forged') && any('claims') },
  {
    why: 'names corruption and wants to stay unnamed',
    holds: ({ any, stands }) => stands('corrupt') > 0 && any('anonymous') && !any('score'),
  },
];

/** Told only if no results are spoken of. */
const STORY_SIGNS: readonly Sign[] = [
  {
    why: 'wants to turn to the NACC',
    holds: ({ any }) => any('term_nacc') && (any('report_it') || (any('come_and_check') && any('wish', 'give', 'ask'))),
  },
  {
    why: 'says nothing is done without payment',
    holds: ({ any }) => (any('unless_paid') && !any('official_fee')) || (any('if_given') && any('for_favour')),
  },
  {
    why: 'money was demanded around a service',
    holds: ({ any, stands }) =>
      stands('demand_money') > 0 && any(...PERSON, ...TELLING, 'for_favour', 'baht', 'has_loose'),
  },
  {
    why: 'money passes between officials and contractors',
    holds: ({ any, stands, persons }) =>
      stands('pay') > 0 && persons > 1 && !any('how_much', 'which', 'contact', 'phone'),
  },
  {
    why: 'money is paid for a favour',
    holds: ({ any, stands }) =>
      stands('pay') > 0 &&
      (any(...PERSON)
        ? any('for_favour', 'suffered', 'witnessed', 'report_it') || (any('baht') && !any('how_much', 'town_services'))
        : any('for_favour') && !any('how_much', 'official_fee')),
  },
  {
    why: 'an official takes money',
    holds: ({ any, stands, officialDoes }) =>
      stands('takes_money') > 0 &&
      officialDoes('takes_money') &&
      (!any('may_it') || any(...TELLING)) &&
      !any('which', 'contact', 'off_topic', 'how_much'),
  },
  {
    why: 'an official asks for an amount of money',
    holds: ({ any, officialAsksAmount }) => officialAsksAmount && (!any('town_services') || any('for_favour')),
  },
  {
    why: 'a gift goes with a favour, or to an official',
    holds: ({ any, stands }) =>
      stands('gift') > 0 &&
      any('hands', 'give', 'takes_money') &&
      (any('for_favour') || (any(...PERSON) && !any('question', 'may_it', 'term_no_gift', 'which'))) &&
      !any('praise', 'thanks'),
  },
  {
    why: 'an official has private errands done',
    holds: ({ any }) => any('private_errand') && any(...PERSON, 'subordinate', 'orders'),
  },
  {
    why: 'public property is taken',
    holds: ({ any }) => any('public_property') && any('takes_away') && !any('borrow', 'question'),
  },
  {
    why: 'public property in private use',
    holds: ({ any }) => any('public_property') && any('private_use') && (!any('borrow') || any(...PERSON)),
  },
  { why: 'paid for what was not done', holds: ({ any }) => any('claims') && any('not_done') },
  {
    why: 'an official turns something to private gain',
    holds: ({ any }) =>
      any(...PERSON) &&
      any('own_gain', 'private_use') &&
      any('orders', 'diverts', 'public_property', 'public_money', 'hires'),
  },
  { why: 'an official orders a forgery', holds: ({ any }) => any(...PERSON) && any('orders') && any('forged') },
  {
    why: 'money is taken for a favour',
    holds: ({ any, stands }) => stands('takes_money') > 0 && any('for_favour') && !any('question', 'how_much'),
  },
  {
    why: 'an amount is asked for a favour',
    holds: ({ any }) => any('asks_for') && any('baht') && any('for_favour') && !any('town_services', 'question'),
  },
  {
    why: 'officials collect from citizens',
    holds: ({ any, stands, officialDoes }) =>
      stands('pay') > 0 && officialDoes('pay') && any('citizens') && !any('town_services', 'question'),
  },
  {
    why: 'an official favours relatives',
    holds: ({ any }) =>
      any('nepotism') &&
      (any('hires', 'procurement', 'gains') || (any(...PERSON) && !any('contact', 'which', 'off_topic', 'what'))),
  },
  {
    why: 'public money is said to be gone',
    holds: ({ any }) => any('money_gone') || (any('public_money') && any('vanished')),
  },
];

/** Why `story` is a report of corruption, or undefined if it is none. */
export function signOfCorruption(story: Story): string | undefined {
  const { any } = story;
  if (any('has_code', 'has_indicator_number')) return undefined;
  if (any('not_ours') && !any(...OURS)) return undefined;
  const plain = PLAIN_SIGNS.find((sign) => sign.holds(story));
  if (plain || any(...RESULTS)) return plain?.why;
  return STORY_SIGNS.find((sign) => sign.holds(story))?.why ?? sceneOf(story);
}
