import { AgencyProfileSchema, type AgencyProfile } from '../agency/profile.ts';
import { AssessmentRecordSchema, type AssessmentRecord } from '../assessment/assessment-record.ts';
import { MeasureSchema, type Measure } from '../measures/measure.ts';
import { PersonSchema, type Person } from '../people/person.ts';
import type { Collection } from './port.ts';

/** One result per fiscal year; id: the year, e.g. `2565`. */
export const assessments: Collection<AssessmentRecord> = {
  path: 'assessments',
  schema: AssessmentRecordSchema,
  indexes: [],
  retention: 'kept: the result is a public record',
  personal: false,
};

/** Improvement measures; id: `{fiscalYear}-{no}`. */
export const measures: Collection<Measure> = {
  path: 'measures',
  schema: MeasureSchema,
  indexes: [{ equal: ['fiscalYear'] }],
  retention: 'kept: measures are part of the public result',
  personal: false,
};

/** LINE users; id: the LINE user id. */
export const people: Collection<Person> = {
  path: 'people',
  schema: PersonSchema,
  indexes: [],
  retention: 'until the person asks for erasure, or one year after leaving the account',
  personal: true,
};

/** Facts about the agency itself; id: `profile`. */
export const agencies: Collection<AgencyProfile> = {
  path: 'agency',
  schema: AgencyProfileSchema,
  indexes: [],
  retention: 'kept while the account is used',
  personal: false,
};

/** Every collection there is. Tables, rules, indexes and privacy follow from this list. */
export const COLLECTIONS = [assessments, measures, people, agencies] as const;
