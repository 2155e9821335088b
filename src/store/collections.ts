import { AgencyProfileSchema, type AgencyProfile } from '../agency/profile.ts';
import { AssessmentRecordSchema, type AssessmentRecord } from '../assessment/assessment-record.ts';
import {
  ContactSchema,
  DailyWorkSchema,
  DayKeySchema,
  FeedbackSchema,
  TakenBackSchema,
  WaitingSchema,
  type Contact,
  type Feedback,
  type TakenBack,
  type Waiting,
} from '../feedback/feedback.ts';
import { EditionsSchema, type Editions } from '../feedback/editions.ts';
import { FEEDBACK_COUNTS, FEEDBACK_INDEXES } from '../feedback/feedback-indexes.ts';
import { QrCodeSchema, type QrCode } from '../feedback/qr-code.ts';
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

/** Codes at service points; id: the code. */
export const qrcodes: Collection<QrCode> = {
  path: 'qrcodes',
  schema: QrCodeSchema,
  indexes: [{ equal: ['fiscalYear'] }],
  retention: 'kept: they say what was asked where',
  // Not about people, but who knows a code may answer: it stays out of logs.
  personal: true,
};

/** What people said; id: a keyed hash, also the reference code. Holds nothing about who said it. */
export const feedback: Collection<Feedback> = {
  path: 'feedback',
  schema: FeedbackSchema,
  indexes: FEEDBACK_INDEXES,
  counted: FEEDBACK_COUNTS,
  retention: 'scores: kept; comments: the agency’s period after the cycle closes (default one year)',
  personal: true,
};

/** Who may be answered; id: the feedback id. */
export const contacts: Collection<Contact> = {
  path: 'contacts',
  schema: ContactSchema,
  indexes: [{ equal: ['lineUserId'] }],
  retention: 'until withdrawn, or the agency’s period after the cycle closes (default one year)',
  personal: true,
};

/** What the chat waits for; id: the LINE user id. */
export const waiting: Collection<Waiting> = {
  path: 'waiting',
  schema: WaitingSchema,
  indexes: [],
  retention: 'ten minutes',
  personal: true,
};

/** Keys of the day; id: the date. */
export const daykeys: Collection<{ key: string }> = {
  path: 'daykeys',
  schema: DayKeySchema,
  indexes: [],
  retention: 'until 01:00 after the day, then thrown away',
  personal: true,
};

/** Answers that were taken back; id: the feedback id. */
export const takenback: Collection<TakenBack> = {
  path: 'takenback',
  schema: TakenBackSchema,
  indexes: [],
  retention: 'as long as the key of the day',
  personal: true,
};

/** What has been published of tallies; id: the fiscal year. */
export const tallies: Collection<Editions> = {
  path: 'tallies',
  schema: EditionsSchema,
  indexes: [],
  retention: 'kept: sums of at least five people',
  personal: false,
};

/** The last day whose work was done; id: what work, `feedback`. */
export const dailywork: Collection<{ doneOn: string }> = {
  path: 'dailywork',
  schema: DailyWorkSchema,
  indexes: [],
  retention: 'kept: one date',
  personal: false,
};

/** Every collection there is. Tables, rules, indexes and privacy follow from this list. */
export const COLLECTIONS = [
  assessments,
  measures,
  people,
  agencies,
  qrcodes,
  feedback,
  contacts,
  waiting,
  daykeys,
  takenback,
  tallies,
  dailywork,
] as const;
