import type { Concept } from '../lexicon/lexicon.ts';
import type { Mentions, SlotMark } from '../mentions.ts';
import type { Token } from '../tokens.ts';

/** What was found out about corruption in a message. */
export interface CorruptionReading {
  /** Somebody reports, or wants to report. */
  readonly report: boolean;
  readonly anonymous: boolean;
  /** Something of the kind is said not to be so: "ไม่เคยถูกเรียกเงิน". */
  readonly denied: boolean;
  readonly why: string;
}

/** Asking for figures, measures or documents: talk about the assessment, not about an incident. */
const ABOUT_RESULTS: readonly (Concept | SlotMark)[] = [
  'how_many',
  'score',
  'got',
  'measure',
  'document',
  'lowest',
  'highest',
  'has_code',
  'has_indicator_number',
  'criteria',
  'overall',
];
/** The same, but words that a story of an incident may also contain. */
const MAYBE_ABOUT_RESULTS: readonly (Concept | SlotMark)[] = [
  'item_word',
  'ask_item',
  'indicator_word',
  'which',
  'has_grade',
  ...ABOUT_RESULTS,
  'counts_as',
  'how_much',
  'progress',
  'weak',
  'strong',
  'compare',
  'trend',
  'changed',
  'what_is',
  'about',
  'praise',
  'ita',
  'has_instrument',
  'ind5',
  'ind10',
  'term_nacc',
  'result',
  'feedback',
  'transparent',
  'against',
];
const ACCUSED: readonly (Concept | SlotMark)[] = [
  'officer',
  'official',
  'suffered',
  'witnessed',
  'report_it',
  'tip_off',
  'anonymous',
  'public_property',
  'procurement',
];
/** With one of these, "…โกงไหม" is more than curiosity. */
const TELLS: readonly Concept[] = [
  'suffered',
  'report_it',
  'tip_off',
  'anonymous',
  'for_favour',
  'demand_money',
  'pay',
  'takes_money',
  'public_property',
];
const INCIDENT: readonly (Concept | SlotMark)[] = [
  'officer',
  'official',
  'suffered',
  'witnessed',
  'report_it',
  'tip_off',
  'anonymous',
  'for_favour',
];

/**
 * Whether a message reports corruption. A missed report leaves somebody without the proper channels; a wrong one insults
 * whoever asked for the score of an indicator that has the word in its name. So a word alone never decides: it must not
 * be denied, not be the object of prevention, and must come with an accusation or stand alone.
 */
export function readCorruption(mentions: Mentions): CorruptionReading {
  const { concepts, tokens } = mentions;
  // "report" is a document and a deed.
  const documents = tokens.some((token) => token.concepts.has('document') && !token.concepts.has('report_it'));
  const any = (list: readonly (Concept | SlotMark)[]) =>
    list.some((concept) => concepts.has(concept) && (concept !== 'document' || documents));
  const acts = standing(tokens, 'corrupt');
  const demands = standing(tokens, 'demand_money');
  const pays = standing(tokens, 'pay');
  const takes = standing(tokens, 'takes_money');
  const denied = acts.denied + demands.denied + takes.denied > 0;
  const reading = (why: string | undefined): CorruptionReading => ({
    report: why !== undefined,
    anonymous: why !== undefined && concepts.has('anonymous'),
    denied,
    why: why ?? '',
  });

  if (concepts.has('not_ours') && !any(['official', 'officer', 'agency', 'report_it', 'public_property']))
    return reading(undefined);
  if (any(['has_code', 'has_indicator_number'])) return reading(undefined);
  if (concepts.has('tip_off') && !any(['score', 'what_is'])) return reading('speaks of tipping off');
  if (concepts.has('term_nacc') && concepts.has('report_it') && !any(ABOUT_RESULTS))
    return reading('wants to turn to the NACC');
  if (acts.stands > 0 && !(onlyAsks(tokens) && !any(TELLS))) {
    if (any(ACCUSED) ? !any(ABOUT_RESULTS) : !any(MAYBE_ABOUT_RESULTS))
      return reading('names corruption, not denied and not asking for results');
    if (concepts.has('anonymous') && !concepts.has('score'))
      return reading('names corruption and wants to stay unnamed');
  }
  if ((concepts.has('unless_paid') || (concepts.has('if_given') && concepts.has('for_favour'))) && !any(ABOUT_RESULTS))
    return reading('says nothing is done without payment');
  if (demands.stands > 0 && any([...INCIDENT, 'baht', 'has_loose']) && !any(ABOUT_RESULTS))
    return reading('money was demanded around a service');
  if (pays.stands > 0 && !any(ABOUT_RESULTS)) {
    const persons = tokens.filter((token) => token.concepts.has('officer') || token.concepts.has('official')).length;
    if (persons > 1 && !any(['how_much', 'which', 'contact', 'phone']))
      return reading('money passes between officials and contractors');
    const paidOfficial = concepts.has('baht') && any(['officer', 'official']) && !concepts.has('how_much');
    const favour =
      paidOfficial || (concepts.has('for_favour') && (!concepts.has('how_much') || any(['officer', 'official'])));
    const asked = any(['officer', 'official']) && tokens.some(({ concepts: of }) => of.has('pay') && !of.has('plain'));
    if (favour || (asked && any(['suffered', 'witnessed', 'report_it']))) return reading('money is paid for a favour');
  }
  const subject = (concept: Concept) =>
    tokens.some(
      (token, at) =>
        token.concepts.has(concept) &&
        tokens
          .slice(Math.max(0, at - 3), at)
          .some((one) => one.concepts.has('officer') || one.concepts.has('official')),
    );
  const asksTheWay = any(['which', 'contact', 'off_topic', 'how_much']);
  if (subject('takes_money') && takes.stands > 0 && !asksTheWay && !any(ABOUT_RESULTS))
    return reading('an official takes money');
  if (concepts.has('private_errand') && any(['officer', 'official']) && !any(ABOUT_RESULTS))
    return reading('an official has private errands done');
  if (any(['public_property']) && concepts.has('takes_away') && !any([...ABOUT_RESULTS, 'borrow', 'question']))
    return reading('public property is taken');
  if (concepts.has('claims') && concepts.has('not_done') && !any(ABOUT_RESULTS))
    return reading('paid for what was not done');
  if (concepts.has('nepotism') && any(['officer', 'official']) && !any(ABOUT_RESULTS))
    return reading('an official favours relatives');
  if (any(['public_property']) && concepts.has('private_use') && !any(ABOUT_RESULTS))
    return reading('public property in private use');
  if (concepts.has('money_gone') && !any(ABOUT_RESULTS)) return reading('public money is said to be gone');
  return reading(undefined);
}

/** "ที่นี่มีโกงไหม": the word itself is the question, and little else is said. */
function onlyAsks(tokens: readonly Token[]): boolean {
  const asked = tokens.some(
    (token, at) => token.concepts.has('corrupt') && tokens[at + 1]?.concepts.has('question') === true,
  );
  return asked && tokens.length <= MOST_TOKENS_OF_A_QUESTION;
}

const MOST_TOKENS_OF_A_QUESTION = 7;

/** How far back a "not" or "prevent" reaches, in tokens and in letters that are not known. */
const REACH_TOKENS = 4;
const REACH_UNKNOWN = 5;
const BETWEEN: readonly Concept[] = [
  'corrupt',
  'demand_money',
  'pay',
  'suffered',
  'linking',
  'denial',
  'filler',
  'officer',
];

function standing(tokens: readonly Token[], concept: Concept): { stands: number; denied: number } {
  let stands = 0;
  let denied = 0;
  tokens.forEach((token, at) => {
    if (!token.concepts.has(concept)) return;
    const turned = turnedBy(tokens, at);
    if (turned === undefined) stands++;
    else if (turned === 'denial') denied++;
  });
  return { stands, denied };
}

/** "ไม่เคยถูกเรียกเงิน", "ความเสี่ยงการทุจริต": what stands before the word turns it round. */
function turnedBy(tokens: readonly Token[], at: number): 'denial' | 'against' | undefined {
  let unknown = 0;
  for (let i = at - 1; i >= 0 && i >= at - REACH_TOKENS; i--) {
    const token = tokens[i]!;
    unknown += tokens[i + 1]!.start - token.end;
    if (unknown > REACH_UNKNOWN) return undefined;
    if (token.concepts.has('against')) return 'against';
    if (token.concepts.has('denial') || token.concepts.has('dont_want')) return 'denial';
    if (!BETWEEN.some((concept) => token.concepts.has(concept))) return undefined;
  }
  return undefined;
}
