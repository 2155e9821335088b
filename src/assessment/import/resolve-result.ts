import {
  AssessmentSchema,
  INSTRUMENTS,
  type Assessment,
  type Figure,
  type Finding,
  type Instrument,
} from '../assessment.ts';
import type { DraftMeasure } from '../draft-measure.ts';
import { INDICATORS } from '../indicators.ts';
import { agencyName } from './checks/agency-name.ts';
import { checkClaims } from './checks/claims.ts';
import { checkLevel } from './checks/level.ts';
import { checkLinks } from './checks/links.ts';
import { checkMeasures } from './checks/measures.ts';
import { checkOpenDataValues } from './checks/open-data-values.ts';
import { tryCombinations } from './combinations.ts';
import { groupIndicators } from './group-indicators.ts';
import { differentValues } from './readings.ts';
import { decideFigure } from './resolve-figure.ts';
import { resolveItems } from './resolve-items.ts';
import { resolveTotals } from './resolve-totals.ts';
import type { ResultFile } from './result-file.ts';

export interface Resolved {
  readonly assessment: Assessment;
  /** The same as `assessment.findings`: those that need confirmation first. */
  readonly findings: readonly Finding[];
  readonly measures: readonly DraftMeasure[];
}

export interface ResolveOptions {
  /** The agency's name from its profile, which beats the document's. */
  readonly agencyName?: string | undefined;
}

/**
 * One result from what a document says in several places. Never guesses: where readings differ, only a value that alone fits the
 * printed totals is used; otherwise the figure stays missing. Every disagreement is a finding.
 */
export function resolveResult(file: ResultFile, options: ResolveOptions = {}): Resolved {
  const grouped = groupIndicators(file);
  const combinations = tryCombinations({
    indicators: new Map([...grouped.byNumber].map(([no, { readings }]) => [no, differentValues(readings)])),
    instruments: byInstrument((name) => differentValues(file.instruments[name])),
    overall: differentValues(file.overall),
  });
  const indicators = INDICATORS.map(({ no }) => {
    const { readings, entries } = grouped.byNumber.get(no) ?? { readings: [], entries: 0 };
    return { no, ...decideFigure(`indicator:${no}`, readings, combinations, entries) };
  });
  const figureOf = (no: number): Figure | null => indicators[no - 1]?.figure ?? null;
  const totals = resolveTotals(file, combinations, (no) => figureOf(no)?.value ?? null);
  const level = checkLevel(file, {
    overall: totals.overall?.value ?? null,
    instruments: byInstrument((name) => totals.instruments[name]?.value ?? null),
  });
  const items = resolveItems(file);
  const agency = agencyName(file, options.agencyName);
  const findings = [
    ...agency.findings,
    ...grouped.findings,
    ...indicators.flatMap(({ finding }) => (finding === undefined ? [] : [finding])),
    ...totals.findings,
    ...level.findings,
    ...checkClaims(file.claims, figureOf),
    ...checkOpenDataValues(file.fiscalYear, figureOf),
    ...items.findings,
    ...checkLinks(file),
    ...file.observations,
    ...checkMeasures(items.items, file.measures),
  ];
  const sorted = [...findings.filter((f) => f.needsConfirmation), ...findings.filter((f) => !f.needsConfirmation)];
  const assessment = AssessmentSchema.parse({
    fiscalYear: file.fiscalYear,
    agencyName: agency.name,
    source: file.source,
    overall: totals.overall,
    level: level.level,
    instruments: totals.instruments,
    indicators: indicators.map(({ no, figure }) => ({ no, figure })),
    items: items.items,
    // The record's limit; what would be cut are notes about spellings, since those come last.
    findings: sorted.slice(0, 200),
  });
  return { assessment, findings: assessment.findings, measures: file.measures };
}

function byInstrument<T>(of: (name: Instrument) => T): Record<Instrument, T> {
  return Object.fromEntries(INSTRUMENTS.map((name) => [name, of(name)])) as Record<Instrument, T>;
}
