import type { Instrument } from '../../assessment/assessment.ts';
import { readFigures, type Figures } from './figures.ts';
import { indicatorName } from './indicators.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { GRADES } from './lexicon/meaning-words.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokens.ts';

/** Everything a message mentions, before anybody decides what it wants. */
export interface Mentions {
  readonly concepts: ReadonlySet<Concept | SlotMark>;
  readonly tokens: readonly Token[];
  readonly figures: Figures;
  /** 1–10 by name, or the number said. */
  readonly indicator: number | undefined;
  readonly instrument: Instrument | undefined;
  readonly instruments: number;
  readonly yearRel: 'this' | 'previous' | 'latest' | undefined;
  /** Grades in the order said. */
  readonly grades: readonly string[];
  /** Folded text, and how much of it is unknown (0–1). */
  readonly text: string;
  readonly unknown: number;
}

/** Marks in the set of concepts for what was read from numbers. */
export type SlotMark =
  | 'has_year'
  | 'has_years'
  | 'has_year_count'
  | 'has_year_rel'
  | 'has_indicator'
  | 'has_indicator_number'
  | 'has_code'
  | 'has_item'
  | 'has_measure_number'
  | 'has_count'
  | 'has_points'
  | 'has_loose'
  | 'has_instrument'
  | 'has_two_instruments'
  | 'has_grade';

const INSTRUMENT_CONCEPTS: readonly (readonly [Concept, Instrument])[] = [
  ['iit', 'IIT'],
  ['eit', 'EIT'],
  ['oit', 'OIT'],
];

/** Words without which a single letter is not a grade: "a joke", "plan b". */
const LEVEL_TALK: readonly Concept[] = [
  'grade_word',
  'what_is',
  'counts_as',
  'how_much',
  'criteria',
  'compare',
  'got',
  'what_grade',
  'what',
];

/** Reads a normalised message. `today`: the current fiscal year. */
export function readMentions(normal: string, today: number): Mentions {
  const cut = tokenise(normal);
  const figures = readFigures(cut, today);
  const tokens = cut.tokens.filter((token) => !figures.letters.has(token));
  const concepts = new Set<Concept | SlotMark>();
  const grades = new Set<string>();
  for (const token of tokens) {
    for (const concept of token.concepts) {
      concepts.add(concept);
      const grade = GRADES.get(concept);
      if (grade) grades.add(grade);
    }
  }
  const ofLevels = LEVEL_TALK.some((concept) => concepts.has(concept));
  for (const grade of grades) if (grade.length === 1 && !ofLevels && cut.folded.text.length > 2) grades.delete(grade);
  // "ต้องปรับปรุง" is a level of the result, but mostly just what people say of a weak point.
  if (!['grade_word', 'counts_as', 'what_is'].some((concept) => concepts.has(concept as Concept)))
    grades.delete('ต้องปรับปรุง');
  const said = saidInstruments(concepts);
  const named = indicatorName(concepts);
  const indicator = figures.indicator ?? named;
  const code = figures.code ?? codeFrom(figures, said.length === 1 ? said[0] : undefined);
  const mentions: Mentions = {
    concepts,
    tokens,
    figures: { ...figures, code },
    indicator,
    instrument: said[0],
    instruments: said.length,
    yearRel: yearRelOf(concepts, figures),
    grades: [...grades],
    text: cut.folded.text,
    unknown: cut.folded.text === '' ? 1 : cut.unknown / cut.folded.text.length,
  };
  mark(concepts, mentions);
  return mentions;
}

/** Words for people ("ประชาชน", "คนใน") mean an instrument only where scores are spoken of. */
function saidInstruments(concepts: ReadonlySet<string>): Instrument[] {
  const said = INSTRUMENT_CONCEPTS.filter(([concept]) => concepts.has(concept)).map(([, instrument]) => instrument);
  const ofScores = ['score', 'got', 'how_much', 'result'].some((concept) => concepts.has(concept));
  if (said.length > 0 || !ofScores) return said;
  if (concepts.has('insiders')) return ['IIT'];
  return concepts.has('citizens') ? ['EIT'] : [];
}

/** "ข้อ 12 ของ EIT" has its letter after all. */
function codeFrom(figures: Figures, instrument: Instrument | undefined): string | undefined {
  if (!instrument || figures.item === undefined || figures.item < 1) return undefined;
  return instrument[0]! + figures.item;
}

function yearRelOf(concepts: ReadonlySet<string>, figures: Figures): Mentions['yearRel'] {
  if (figures.yearCount !== undefined) return undefined;
  if (concepts.has('previous_year')) return 'previous';
  if (concepts.has('latest_year')) return 'latest';
  return concepts.has('this_year') ? 'this' : undefined;
}

function mark(concepts: Set<Concept | SlotMark>, { figures, indicator, instruments, yearRel, grades }: Mentions): void {
  const marks: readonly (readonly [SlotMark, boolean])[] = [
    ['has_year', figures.years.length === 1],
    ['has_years', figures.years.length > 1],
    ['has_year_count', figures.yearCount !== undefined],
    ['has_year_rel', yearRel !== undefined],
    ['has_indicator', indicator !== undefined],
    ['has_indicator_number', figures.indicator !== undefined],
    ['has_code', figures.code !== undefined],
    ['has_item', figures.item !== undefined],
    ['has_measure_number', figures.measure !== undefined],
    ['has_count', figures.count !== undefined],
    ['has_points', figures.points !== undefined],
    ['has_loose', figures.loose !== undefined],
    ['has_instrument', instruments === 1],
    ['has_two_instruments', instruments > 1],
    ['has_grade', grades.length > 0],
  ];
  for (const [name, here] of marks) if (here) concepts.add(name);
}
