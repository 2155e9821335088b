import type { Intent } from '../request.ts';
import type { Concept } from './lexicon/lexicon.ts';
import type { SlotMark } from './mentions.ts';

type Mark = Concept | SlotMark | 'denied_corruption';

/** If all of `when` (each: any of its alternatives) and none of `unless` are mentioned, `intent` has this weight. */
export interface Rule {
  readonly intent: Intent;
  readonly weight: number;
  readonly when: readonly (readonly Mark[])[];
  readonly unless: readonly Mark[];
}

function rule(weight: number, intent: Intent, when: string, unless = ''): Rule {
  const alternatives = when.split(' & ').map((part) => part.split('|') as Mark[]);
  return { intent, weight, when: alternatives, unless: unless === '' ? [] : (unless.split('|') as Mark[]) };
}

/** Words that show that a message is about us after all, even if it also speaks of the weather. */
const OUR_MATTERS =
  'score|ita|got|has_indicator|indicator_word|measure|agency|officer|official|service|feedback|contact|grumble|praise|weak|document|news|subscribe|register|qr|human|has_instrument|has_code|has_item|iit|eit|oit|report_it';

/**
 * What decides, heaviest first. A weight only matters against the others: more specific things weigh more (a code, a
 * number, a named thing), then what is to be done, then single words, then politeness.
 */
const RULES: readonly Rule[] = [
  rule(98, 'feedback_results', 'others_say'),
  rule(98, 'feedback_reply', 'reply_come'),
  rule(97, 'give_feedback', 'has_code & feedback', 'score|ask_item'),
  rule(96, 'qr_code', 'qr'),
  rule(95, 'item_info', 'has_code'),
  rule(92, 'register_staff', 'register|invitation & officer|invitation'),
  rule(90, 'item_info', 'has_item', 'measure|has_indicator_number|qr'),
  rule(88, 'measure_progress', 'measure & progress'),
  rule(88, 'off_topic', 'off_topic', OUR_MATTERS),
  rule(87, 'overall_score', 'has_grade & has_year|has_year_rel', 'what_is|counts_as|criteria'),
  rule(87, 'subscribe', 'subscribe', 'measure|document|has_code|has_indicator_number|progress'),
  rule(87, 'subscribe', 'whenever & news|report_it|turn_on', 'feedback|grumble'),
  rule(86, 'compare_years', 'this_year & previous_year'),
  rule(86, 'grade_meaning', 'has_points|has_loose & passed|what_grade|excellent|counts_as', 'has_indicator_number'),
  rule(
    86,
    'grade_meaning',
    'has_grade & what_is|counts_as|criteria|how_much|grade_word|excellent|compare',
    'ita|has_instrument|has_year',
  ),
  rule(86, 'grade_meaning', 'failed & what_is'),
  rule(86, 'definition', 'has_two_instruments & compare|what_is'),
  rule(86, 'grade_meaning', 'has_grade & what & score'),
  rule(85, 'compare_years', 'has_years', 'document'),
  rule(84, 'definition', 'who_scores', 'has_indicator_number|has_code'),
  rule(84, 'measure_progress', 'has_measure_number'),
  rule(84, 'give_feedback', 'star & has_points'),
  rule(84, 'compare_years', 'compare & has_year|has_year_rel', 'has_two_instruments'),
  rule(84, 'grade_meaning', 'criteria', 'passed|how|has_indicator|term_itas'),
  rule(84, 'grade_meaning', 'criteria & how'),
  rule(
    84,
    'grade_meaning',
    'counts_as & score|how_much|excellent|passed|grade_word|denied_corruption',
    'has_indicator|has_instrument|ita|pay|town_services',
  ),
  rule(
    83,
    'definition',
    'term_nacc|term_itas|term_indicator|term_fiscal_year',
    'score|got|document|contact|measure|has_indicator_number',
  ),
  rule(
    83,
    'definition',
    'what_is & ita|iit|eit|oit',
    'score|got|how_much|measure|weak|lowest|strong|highest|changed|compare|progress',
  ),
  rule(
    83,
    'definition',
    'what_is & has_indicator',
    'score|got|how_much|measure|has_indicator_number|weak|lowest|strong|highest|changed|progress|fix',
  ),
  rule(83, 'compare_years', 'which_year'),
  rule(82, 'definition', 'about & ita|iit|eit|oit|has_indicator', 'score|got|how_much|has_indicator_number|feedback'),
  rule(82, 'give_feedback', 'service|feedback & has_points'),
  rule(82, 'give_feedback', 'give|out_of & has_points', 'ita|has_instrument|counts_as|has_indicator'),
  rule(82, 'compare_years', 'has_year_count'),
  rule(81, 'measures', 'how & changed|fix & will'),
  rule(81, 'weakest', 'changed & which', 'has_year|has_years|has_year_rel|which_year|compare|measure|how'),
  rule(80, 'measures', 'fix & how', 'changed|compare|help|trend'),
  rule(80, 'give_feedback', 'feedback', 'qr|document'),
  rule(80, 'compare_years', 'changed|trend', 'measure|will'),
  rule(80, 'indicator_score', 'has_indicator & lowest & question', 'which|what'),
  rule(79, 'weakest', 'lowest', 'highest'),
  rule(79, 'strongest', 'highest', 'weak|lowest|measure|has_instrument|has_indicator|has_code'),
  rule(79, 'strongest', 'highest & which|what|has_count', 'weak|lowest|measure|has_code|has_indicator_number'),
  rule(79, 'weakest', 'weak & what|which', 'measure|how'),
  rule(78, 'weakest', 'weak', 'measure|how|fix'),
  rule(78, 'compare_years', 'compare & has_indicator|has_instrument|score|result'),
  rule(78, 'measure_progress', 'progress & fix|doing|will'),
  rule(77, 'strongest', 'strong', 'measure|how|weak|lowest'),
  rule(77, 'score_list', 'each_side', 'weak|lowest|strong|highest|has_indicator_number|document|trend|has_year_count'),
  rule(
    77,
    'score_list',
    'all & side|indicator_word|score|got|item_word',
    'has_indicator_number|has_indicator|iit|eit|oit|document|human|trend',
  ),
  rule(77, 'score_list', 'has_count & indicator_word|side|all', 'weak|lowest|strong|highest'),
  rule(
    76,
    'overall_score',
    'overall',
    'praise|has_indicator|has_instrument|all|each_side|trend|document|has_indicator_number',
  ),
  rule(76, 'measures', 'measure'),
  rule(79, 'measures', 'will & how & weak', 'score|has_indicator_number'),
  rule(76, 'measures', 'has_indicator & will & how', 'score|got|has_indicator_number'),
  rule(
    75,
    'weakest',
    'low & which|what',
    'has_indicator_number|has_indicator|has_instrument|praise|service|officer|off_topic',
  ),
  rule(75, 'indicator_score', 'has_indicator_number'),
  rule(75, 'indicator_score', 'has_indicator & score|got|how_much|result|how_is', 'oit'),
  rule(
    74,
    'strongest',
    'high & which|what',
    'low|phone|contact|has_indicator_number|has_indicator|has_instrument|praise|grumble|service|officer|how|fix|help|off_topic|what_is|counts_as|criteria|gift|pay|not_ours',
  ),
  rule(74, 'instrument_score', 'has_instrument & score|got|how_much|result|how|how_is|highest'),
  rule(74, 'instrument_score', 'iit|eit|oit & all'),
  rule(73, 'measures', 'fix & how|will', 'help'),
  rule(73, 'weakest', 'low & why', 'has_indicator|has_instrument|has_code|has_indicator_number|officer|service'),
  rule(73, 'weakest', 'low & what_is', 'score|has_grade|criteria|has_indicator|has_instrument'),
  rule(72, 'overall_score', 'passed|what_grade', 'has_indicator|has_instrument'),
  rule(72, 'weakest', 'weak'),
  rule(71, 'measures', 'has_indicator & how', 'score|got|how_much|result|has_indicator_number|has_year|has_year_rel'),
  rule(71, 'measures', 'doing'),
  rule(71, 'definition', 'what_is & indicator_word', 'score|got|which|has_indicator_number|all|rank'),
  rule(71, 'definition', 'what_is & year_word', 'score|got|which|has_year|indicator_word|has_year_count'),
  rule(70, 'grade_meaning', 'grade_word & all|what|each_side', 'score|has_year|got'),
  rule(70, 'compare_years', 'compare'),
  rule(70, 'register_staff', 'register', 'news|subscribe'),
  rule(70, 'off_topic', 'town_services', 'score|ita|got|contact|has_indicator|measure|grumble|praise|feedback|phone'),
  rule(69, 'subscribe', 'subscribe'),
  rule(69, 'subscribe', 'turn_on & news'),
  rule(69, 'subscribe', 'still_wants'),
  rule(68, 'report', 'document'),
  rule(67, 'give_feedback', 'excellent|thanks & officer|service', 'score|got|how_much|has_grade|has_points|has_loose'),
  rule(68, 'give_feedback', 'grumble & officer|service', 'score|got|how_much|what|which|how'),
  rule(67, 'contact', 'phone'),
  rule(67, 'give_feedback', 'praise & officer|service|human', 'score|got|how_much'),
  rule(66, 'indicator_score', 'has_indicator', 'grumble|praise|wish'),
  rule(66, 'give_feedback', 'wish', 'news|subscribe'),
  rule(65, 'talk_to_human', 'human'),
  rule(64, 'help', 'help', 'has_indicator'),
  rule(64, 'instrument_score', 'iit|eit|oit'),
  rule(63, 'give_feedback', 'denied_corruption', 'score|got|how_much|has_indicator'),
  rule(63, 'overall_score', 'ita & score|got|how_much|result|has_year|has_year_rel'),
  rule(62, 'give_feedback', 'grumble', 'score|got|how_much'),
  rule(62, 'give_feedback', 'praise', 'score|got|how_much|off_topic'),
  rule(61, 'contact', 'contact', 'ita|off_topic'),
  rule(61, 'give_feedback', 'service & result', 'score|got|how_much'),
  rule(60, 'grade_meaning', 'has_grade', 'has_year'),
  rule(60, 'definition', 'term_no_gift'),
  rule(59, 'definition', 'corrupt & question', 'score|got|how_much|denied_corruption|not_ours|off_topic'),
  rule(58, 'grade_meaning', 'counts_as & passed|got'),
  rule(57, 'off_topic', 'off_topic', 'score|ita'),
  rule(57, 'off_topic', 'not_ours', 'score|ita|officer|official'),
  rule(56, 'overall_score', 'score'),
  rule(55, 'score_list', 'indicator_word'),
  rule(54, 'overall_score', 'got'),
  rule(53, 'grade_meaning', 'counts_as', 'pay|town_services'),
  rule(52, 'overall_score', 'how_much|result|how_is & has_year|has_year_rel|agency'),
  rule(50, 'measure_progress', 'progress'),
  rule(50, 'definition', 'what_is & corrupt'),
  rule(48, 'overall_score', 'result', 'officer|service'),
  rule(46, 'overall_score', 'transparent'),
  rule(45, 'definition', 'ita'),
  rule(44, 'contact', 'agency & how'),
  rule(42, 'subscribe', 'news'),
  rule(40, 'greeting', 'greeting|thanks'),
  rule(38, 'overall_score', 'has_year|has_year_rel'),
  rule(36, 'help', 'bot'),
];

/** The intents that fit, best first, each with its heaviest rule. */
export function weigh(marks: ReadonlySet<string>): Rule[] {
  const best = new Map<Intent, Rule>();
  for (const rule of RULES) {
    if (!rule.when.every((any) => any.some((mark) => marks.has(mark)))) continue;
    if (rule.unless.some((mark) => marks.has(mark))) continue;
    const known = best.get(rule.intent);
    if (!known || known.weight < rule.weight) best.set(rule.intent, rule);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}
