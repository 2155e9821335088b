import { AgencyProfileSchema, type AgencyProfile } from '../agency/profile.ts';
import { AuditEntrySchema, type AuditEntry } from '../audit/audit-entry.ts';
import { AssessmentRecordSchema, type AssessmentRecord } from '../assessment/assessment-record.ts';
import {
  ContactSchema,
  DailyWorkSchema,
  DayKeySchema,
  FeedbackSchema,
  TakenBackSchema,
  type Contact,
  type Feedback,
  type TakenBack,
} from '../feedback/feedback.ts';
import { EditionsSchema, type Editions } from '../feedback/editions.ts';
import { FEEDBACK_COUNTS, FEEDBACK_INDEXES } from '../feedback/feedback-indexes.ts';
import { QrCodeSchema, type QrCode } from '../feedback/qr-code.ts';
import { MeasureSchema, type Measure } from '../measures/measure.ts';
import { PictureSchema, type Picture } from '../measures/pictures/picture.ts';
import { ProgressSchema, type Progress } from '../measures/progress.ts';
import { InvitationSchema, type Invitation } from '../people/invitation.ts';
import { JoinAttemptsSchema, type JoinAttempts } from '../people/join-attempts.ts';
import { PersonSchema, type Person } from '../people/person.ts';
import { StaffMemberSchema, type StaffMember } from '../people/staff-member.ts';
import { SubscribersSchema, type Subscribers } from '../people/subscribers.ts';
import { UnlinkSchema, type Unlink } from '../people/unlink.ts';
import { WaitingSchema, type Waiting } from '../people/waiting.ts';
import { PartBodiesSchema, PartSchema, type Part, type PartBodies } from '../push/part.ts';
import { PushSchema, type Push } from '../push/push.ts';
import { QuotaSchema, type Quota } from '../push/quota.ts';
import { RateLimitSchema, type RateLimit } from '../push/rate-limit-record.ts';
import { ScheduleRecordSchema, type ScheduleRecord } from '../push/schedule-record.ts';
import { LeaseRecordSchema, type LeaseRecord } from './lease-record.ts';
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

/** Every change and note of every measure; id: of the event that led to it. */
export const progress: Collection<Progress> = {
  path: 'progress',
  schema: ProgressSchema,
  indexes: [{ equal: ['measure'], orderBy: { field: 'revision', direction: 'desc' } }, { equal: ['messageRef'] }],
  retention: 'kept with the measure; staff are named by a handle only',
  personal: true,
};

/** Pictures that show what was done; id: derived from the event. */
export const pictures: Collection<Picture> = {
  path: 'pictures',
  schema: PictureSchema,
  indexes: [{ equal: ['state'] }],
  retention: 'kept with the measure; one that is taken back is deleted at once',
  personal: true,
};

/** LINE users; id: the LINE user id. */
export const people: Collection<Person> = {
  path: 'people',
  schema: PersonSchema,
  indexes: [
    { equal: [], orderBy: { field: 'recordedAtMs', direction: 'desc' } },
    { equal: ['following'], orderBy: { field: 'changedAtMs', direction: 'asc' } },
    { equal: ['following', 'wants.results.wanted'] },
    { equal: ['following', 'wants.news.wanted'] },
  ],
  retention: 'until the person asks for erasure, or one year after leaving the account',
  personal: true,
};

/** Who asked for results and news, many in a document. */
export const subscribers: Collection<Subscribers> = {
  path: 'subscribers',
  schema: SubscribersSchema,
  indexes: [{ equal: ['topic'] }],
  unindexed: ['people'],
  retention: 'until the person says no, leaves the account or asks for erasure',
  personal: true,
};

/** Who works for the agency; id: the LINE user id. Few, so that every server can watch them all. */
export const staff: Collection<StaffMember> = {
  path: 'staff',
  schema: StaffMemberSchema,
  indexes: [
    { equal: ['handle'] },
    { equal: ['role'] },
    { equal: [], orderBy: { field: 'withdrawnAt', direction: 'desc' } },
  ],
  retention: 'until the role is withdrawn and the audit about it is over, or the person asks for erasure',
  personal: true,
};

/** Whom LINE has still to be told to show everybody's menu; id: the LINE user id. */
export const unlinks: Collection<Unlink> = {
  path: 'unlinks',
  schema: UnlinkSchema,
  indexes: [],
  retention: 'until LINE has been told, a day at most',
  personal: true,
};

/** Who does a piece of work alone; id: the work. */
export const leases: Collection<LeaseRecord> = {
  path: 'leases',
  schema: LeaseRecordSchema,
  indexes: [],
  retention: 'while the work is done',
  personal: false,
};

/** Codes that make staff; id: the code. */
export const invitations: Collection<Invitation> = {
  path: 'invitations',
  schema: InvitationSchema,
  indexes: [{ equal: ['ref'] }, { equal: ['madeBy.handle'] }],
  retention: '30 days after the last day on which they could be used',
  // Made by a staff member, and who knows a code may become one: it stays out of logs.
  personal: true,
};

/** Wrong invitation codes; id: the LINE user id. */
export const joinattempts: Collection<JoinAttempts> = {
  path: 'joinattempts',
  schema: JoinAttemptsSchema,
  indexes: [],
  retention: 'two hours',
  personal: true,
};

/** What staff changed; id: derived from the event. */
export const audit: Collection<AuditEntry> = {
  path: 'audit',
  schema: AuditEntrySchema,
  indexes: [
    { equal: [], orderBy: { field: 'atMs', direction: 'desc' } },
    { equal: [], orderBy: { field: 'atMs', direction: 'asc' } },
    { equal: ['subject'], orderBy: { field: 'atMs', direction: 'desc' } },
    { equal: ['by.handle'], orderBy: { field: 'atMs', direction: 'desc' } },
    { equal: ['by'], orderBy: { field: 'atMs', direction: 'desc' } },
  ],
  retention: 'two fiscal years after the one it was written in',
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
  indexes: [
    { equal: ['fiscalYear'] },
    { equal: ['fiscalYear'], orderBy: { field: 'createdAt', direction: 'desc' } },
    { equal: ['fiscalYear', 'division'], orderBy: { field: 'createdAt', direction: 'desc' } },
    { equal: ['fiscalYear', 'madeBy'], orderBy: { field: 'createdAt', direction: 'desc' } },
  ],
  retention: 'kept: they say what was asked where',
  // Names staff by a handle only, but who knows a code may answer: it stays out of logs.
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
  indexes: [{ equal: ['lineUserId'] }, { equal: ['queued'] }],
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

/** What was and is being pushed; id: says which push it is. */
export const pushes: Collection<Push> = {
  path: 'pushes',
  schema: PushSchema,
  indexes: [
    { equal: ['state'] },
    { equal: [], orderBy: { field: 'plannedAtMs', direction: 'desc' } },
    { equal: [], orderBy: { field: 'plannedAtMs', direction: 'asc' } },
  ],
  retention: 'two years: what was sent to how many',
  // Who had it sent, by a handle only, and the agency's own words.
  personal: true,
};

/** Calls of pushes, each with its retry key; id: push and number. */
export const parts: Collection<Part> = {
  path: 'parts',
  schema: PartSchema,
  indexes: [{ equal: ['push', 'state'], orderBy: { field: 'dueAtMs', direction: 'asc' } }],
  retention: 'kept with its push: numbers only',
  personal: false,
};

/** What parts send and to whom; id: the part's. */
export const bodies: Collection<PartBodies> = {
  path: 'bodies',
  schema: PartBodiesSchema,
  indexes: [],
  unindexed: ['bodies'],
  retention: 'until it is known how the calls ended, a day at most',
  personal: true,
};

/** What was planned of a month's quota; id: the month. */
export const quotas: Collection<Quota> = {
  path: 'quotas',
  schema: QuotaSchema,
  indexes: [],
  retention: 'kept: sums',
  personal: false,
};

/** Requests to LINE that are given away; id: the endpoint. */
export const ratelimits: Collection<RateLimit> = {
  path: 'ratelimits',
  schema: RateLimitSchema,
  indexes: [],
  retention: 'overwritten',
  personal: false,
};

/** What has gone out by the calendar; id: the kind of push. */
export const schedules: Collection<ScheduleRecord> = {
  path: 'schedules',
  schema: ScheduleRecordSchema,
  indexes: [{ equal: ['outcome'] }],
  retention: 'overwritten',
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
  progress,
  pictures,
  people,
  subscribers,
  staff,
  unlinks,
  leases,
  invitations,
  joinattempts,
  audit,
  agencies,
  qrcodes,
  feedback,
  contacts,
  waiting,
  pushes,
  parts,
  bodies,
  quotas,
  ratelimits,
  schedules,
  daykeys,
  takenback,
  tallies,
  dailywork,
] as const;
