import type { Intent, Request, RequestOf } from '../request.ts';
import { nameOfIndicator } from './indicators.ts';
import type { Mentions } from './mentions.ts';

type Fill<I extends Intent> = (mentions: Mentions) => RequestOf<I>['slots'] | undefined;

/** How each intent takes its slots from what was mentioned; undefined if a slot it cannot do without is missing. */
const FILL: { readonly [I in Intent]?: Fill<I> } = {
  overall_score: inYear,
  score_list: inYear,
  report: inYear,
  indicator_score: (m) => (m.indicator === undefined ? undefined : { indicator: m.indicator, ...inYear(m) }),
  instrument_score: (m) => (m.instrument === undefined ? undefined : { instrument: m.instrument, ...inYear(m) }),
  item_info: (m) => {
    if (m.figures.code !== undefined) return { code: m.figures.code, ...inYear(m) };
    return m.figures.item === undefined ? inYear(m) : { number: m.figures.item, ...inYear(m) };
  },
  weakest: counted,
  strongest: counted,
  compare_years: (m) => ({
    ...optional('years', comparedYears(m)),
    ...optional('n_years', within(m.figures.yearCount, 1, 20)),
    ...optional('indicator', m.indicator),
    ...optional('instrument', m.instruments === 1 ? m.instrument : undefined),
  }),
  grade_meaning: (m) => ({
    ...optional('grade', m.grades.length === 1 && !m.concepts.has('compare') ? m.grades[0] : undefined),
    ...inYear(m),
  }),
  definition: (m) => optional('term', termOf(m)),
  measures: (m) => ({ ...optional('indicator', m.indicator), ...inYear(m) }),
  measure_progress: (m) => ({ ...optional('measure', m.figures.measure), ...inYear(m) }),
  give_feedback: (m) => ({
    ...optional('rating', within(m.figures.points, 0, 10)),
    ...optional('indicator', m.figures.code === undefined && !m.concepts.has('service') ? m.indicator : undefined),
    ...optional('code', m.figures.code),
  }),
  feedback_results: (m) => optional('indicator', m.indicator),
  qr_code: (m) => optional('purpose', m.concepts.has('qr_feedback') ? 'feedback' : m.instrument),
};

/** The request for `intent`, or undefined if the message lacks what the intent needs. */
export function requestFor(intent: Intent, mentions: Mentions): Request | undefined {
  const fill = FILL[intent];
  const slots = fill ? fill(mentions) : {};
  // Each entry of FILL is typed by its intent; TypeScript cannot follow the pairing through the lookup.
  return slots === undefined ? undefined : ({ intent, slots } as Request);
}

function inYear({ figures, yearRel }: Mentions): { year?: number; year_rel?: 'latest' | 'this' | 'previous' } {
  if (figures.years.length > 0) return { year: figures.years[0]! };
  return optional('year_rel', yearRel);
}

function counted(mentions: Mentions): { n?: number; year?: number; year_rel?: 'latest' | 'this' | 'previous' } {
  return { ...optional('n', within(mentions.figures.count, 1, 50)), ...inYear(mentions) };
}

/** "ปี 65 เทียบกับปีก่อน" names two years; "เทียบกับปี 64" only one, and the newest is left to the answer. */
function comparedYears({ figures, concepts }: Mentions): number[] | undefined {
  const { years } = figures;
  if (years.length === 1 && concepts.has('previous_year')) return [years[0]! - 1, years[0]!];
  return years.length > 0 ? [...years] : undefined;
}

function termOf({ concepts, instruments, instrument, indicator, figures }: Mentions): string | undefined {
  if (concepts.has('term_nacc')) return 'ป.ป.ช.';
  if (concepts.has('term_itas')) return 'ITAS';
  if (concepts.has('term_no_gift')) return 'No Gift Policy';
  if (instruments > 1) return undefined;
  if (instrument) return instrument;
  if (concepts.has('ita') || concepts.has('who_scores') || asksCorruption(concepts)) return 'ITA';
  if (concepts.has('term_fiscal_year')) return 'ปีงบประมาณ';
  if (indicator !== undefined && figures.indicator === undefined) return nameOfIndicator(indicator);
  if (concepts.has('term_indicator') || concepts.has('indicator_word')) return 'ตัวชี้วัด';
  return concepts.has('year_word') ? 'ปีงบประมาณ' : undefined;
}

/** "ที่นี่มีโกงไหม": answered by what the assessment can and cannot tell. */
function asksCorruption(concepts: ReadonlySet<string>): boolean {
  return concepts.has('corrupt') && concepts.has('question');
}

function within(value: number | undefined, low: number, high: number): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= low && value <= high ? value : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
