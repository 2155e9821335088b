import type { Concept } from '../lexicon/lexicon.ts';
import type { Mentions, SlotMark } from '../mentions.ts';

export interface PrivacyReading {
  readonly action: 'notice' | 'export' | 'delete' | 'withdraw' | undefined;
  readonly why: string;
}

/** "ข้อมูล" is also what indicator 9, the contact card and every score are about: those go before. */
const OTHER_DATA: readonly (Concept | SlotMark)[] = [
  'has_code',
  'has_indicator',
  'has_indicator_number',
  'score',
  'ita',
  'document',
  'measure',
  'oit',
  'indicator_word',
];

/** A wish about one's own data, or undefined. */
export function readPrivacy({ concepts }: Mentions): PrivacyReading | undefined {
  const any = (...list: (Concept | SlotMark)[]) => list.some((concept) => concepts.has(concept));
  if (any('has_code', 'has_indicator_number')) return undefined;
  if (any('consent') && any('withdraw', 'stop', 'denial', 'dont_want'))
    return { action: 'withdraw', why: 'takes consent back' };
  const own = any('my_data', 'personal_data', 'our_data') || (any('data') && any('mine'));
  const forbidden = any('forbids', 'stop') && any('keeps');
  if (forbidden && any('my_data', 'personal_data', 'our_data'))
    return { action: 'withdraw', why: 'forbids the use of their data' };
  if (any('not_ours') && !own && !any('mine', 'consent', 'privacy_notice')) return undefined;
  if (any('erase') && (own || any('erasable', 'feedback', 'mine')) && !any('score'))
    return { action: 'delete', why: 'wants something of theirs erased' };
  if (OTHER_DATA.some((concept) => concepts.has(concept)) && !any('my_data', 'privacy_notice')) return undefined;
  if (any('privacy_notice') && !any('erase')) return { action: 'notice', why: 'asks how personal data is handled' };
  if (own && any('use_of_data', 'how', 'help'))
    return { action: 'notice', why: 'asks what is done with personal data' };
  if (any('score', 'got')) return undefined;
  if (any('data') && any('use_of_data')) return { action: 'notice', why: 'asks what is done with what they type' };
  if (any('my_data') || (any('data') && any('mine')))
    return { action: 'export', why: 'asks for the data kept about them' };
  if (any('personal_data')) return { action: any('export') ? 'export' : undefined, why: 'speaks of personal data' };
  if (any('consent')) return { action: 'notice', why: 'asks about consent' };
  return undefined;
}
