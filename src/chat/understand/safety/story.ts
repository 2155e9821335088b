import type { Concept } from '../lexicon/lexicon.ts';
import type { Mentions, SlotMark } from '../mentions.ts';
import { onlyAsks, standing } from './standing.ts';

export type Mark = Concept | SlotMark;

/** A message, as the signs of corruption look at it. */
export interface Story {
  readonly any: (...marks: Mark[]) => boolean;
  /** Times that `concept` is said and not denied. */
  readonly stands: (concept: Concept) => number;
  /** Officials, officers and contractors named. */
  readonly persons: number;
  /** An official is the one who does what `concept` says. */
  readonly officialDoes: (concept: Concept) => boolean;
  /** "นายช่างขอ 3000": who, asks, how much, close together. */
  readonly officialAsksAmount: boolean;
  /** "เมียผู้ใหญ่", "บริษัทของหลานปลัด": somebody close to an official. */
  readonly kinOfOfficial: boolean;
  /** "บ้านผู้ใหญ่", "สวนของนายก". */
  readonly homeOfOfficial: boolean;
  /** "รถตู้ของเทศบาล": a thing of the agency. */
  readonly agencyAsset: boolean;
  /** "15 เปอร์เซ็นต์": a share of something. */
  readonly share: boolean;
  readonly onlyAsks: boolean;
}

export function storyOf({ concepts, tokens }: Mentions): Story {
  const isPerson = (token: Token) => token.concepts.has('officer') || token.concepts.has('official');
  // "report" is a document and a deed.
  const documents = tokens.some((token) => token.concepts.has('document') && !token.concepts.has('report_it'));
  const joined = (first: Concept, second: (token: Token) => boolean) =>
    concepts.has(first) &&
    tokens.some((token, at) => token.concepts.has(first) && tokens.slice(at + 1, at + 1 + JOINED).some(second));
  return {
    any: (...marks) => marks.some((mark) => concepts.has(mark) && (mark !== 'document' || documents)),
    stands: (concept) => (concepts.has(concept) ? standing(tokens, concept).stands : 0),
    persons: tokens.filter(isPerson).length,
    officialDoes: (concept) =>
      tokens.some((token, at) => token.concepts.has(concept) && tokens.slice(Math.max(0, at - 3), at).some(isPerson)),
    officialAsksAmount:
      concepts.has('asks_for') &&
      tokens.some(
        (token, at) =>
          token.concepts.has('asks_for') &&
          tokens.slice(Math.max(0, at - REACH), at).some(isPerson) &&
          tokens.slice(at + 1, at + 1 + REACH).some((other, i, near) => isAmount(other, near[i + 1])),
      ),
    kinOfOfficial: joined('kin', isPerson),
    homeOfOfficial: joined('home', isPerson),
    agencyAsset: joined('asset', (token) => token.concepts.has('agency')),
    share: tokens.some((token, at) => token.number !== undefined && tokens[at + 1]?.concepts.has('percent') === true),
    onlyAsks: onlyAsks(tokens),
  };
}

type Token = Mentions['tokens'][number];

/** Tokens that may lie between who asks, the asking, and the amount. */
const REACH = 3;

/** Tokens after a word that may join it to its owner: "รถ", "ของ", "เทศบาล". */
const JOINED = 2;

/** Of at least 20 baht, or a number too large for points and years of two digits. */
function isAmount({ number, digits }: Token, next: Token | undefined): boolean {
  if (number === undefined) return false;
  const ofMoney = next?.concepts.has('baht') === true || next?.concepts.has('percent') === true;
  return ofMoney ? number >= 2 : digits && number >= 100 && (number < 2500 || number > 2699);
}
