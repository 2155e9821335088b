import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { CodeSchema } from '../code.ts';
import { ReasonCodeSchema } from '../feedback/feedback.ts';
import { ScoreSchema } from '../feedback/scale.ts';
import { TOPICS } from '../people/person.ts';
import { REACHES } from '../push/reach.ts';
import { DIGEST_REACHES, SCHEDULED } from '../push/made-digest.ts';
import { OccurrenceSchema } from '../push/schedule-record.ts';
import { STAFF_ROLES } from '../people/role.ts';
import { HandleSchema } from '../people/staff-member.ts';

/**
 * What somebody wants to know or do: the one shape between understanding (text or postback) and answers. Slots are
 * what was said, not what exists: `indicator: 12` is understood and kindly refused by the answer.
 */
const year = z.int().min(2500).max(2699);
const yearRel = z.enum(['latest', 'this', 'previous']);
const indicator = z.int().min(0).max(99);
const inYear = { year: year.optional(), year_rel: yearRel.optional() };
/** Which part of a long list, from 1: only "ดูเพิ่มเติม" buttons set it, nobody says it. */
const paged = { page: z.int().min(1).max(99).optional() };

/**
 * What a button does with today's answer: `decline` rates nothing, `nothing` is "ยกเลิก" typed where nothing is under way, `done` leaves it as it is, `comment` waits for words,
 * `anyway` waits for words that spoke of corruption, `drop_comment` takes the words back, `withdraw` the whole answer,
 * `ask_reply` explains what an answer needs, `reply` agrees to it, `no_reply` takes that back.
 */
const FEEDBACK_ACTS = [
  ...(['decline', 'stop', 'nothing', 'done', 'comment', 'anyway', 'drop_comment', 'withdraw'] as const),
  ...(['ask_reply', 'reply', 'no_reply'] as const),
] as const;

/** A measure by number and fiscal year, and the revision that the card showed (measures/update-measure.ts). */
const measureSeen = { measure: z.int().min(1).max(99), year, rev: z.int().min(0).optional() };

/**
 * What a button does with a measure. `percent` and `note` wait for words (`note` also for a picture), `stop` for the reason,
 * `picture` for a picture; `undo` takes back the change after which the measure had revision `rev`.
 */
const WORK_ACTS = ['start', 'done', 'stop', 'reopen', 'percent', 'note', 'picture', 'undo', 'history'] as const;

/** Lists of the managers' board. */
export const BOARD_LISTS = [
  ...(['late', 'uncovered', 'no-owner', 'silent'] as const),
  ...(['not-started', 'under-way', 'done', 'stopped'] as const),
] as const;
/** How many people an invitation made in chat takes in, and for how many days. */
export const INVITED_USES = [1, 5, 20] as const;
export const INVITED_DAYS = [1, 7, 30] as const;
/** What only our own servers can read (chat/feedback/seal.ts): a piece of feedback, or where a list goes on. */
const sealed = z.string().regex(/^[\w-]{38,200}$/);

/** Eight letters that stand for a state or a text (feedback/seen.ts). */
const mark = z.string().regex(/^[\w-]{8}$/);

/** Slots of every intent. The keys are the list of intents; each has exactly one file in `answers/`. */
export const SLOTS = {
  overall_score: z.strictObject({ ...inYear }),
  score_list: z.strictObject({ ...inYear }),
  indicator_score: z.strictObject({ indicator, ...inYear, ...paged }),
  instrument_score: z.strictObject({ instrument: z.enum(['IIT', 'EIT', 'OIT']), ...inYear }),
  /** `code` when the letter is known; only `number` when it is not and has to be asked for; neither: which items there are. */
  item_info: z.strictObject({
    code: z
      .string()
      .regex(/^[IEO]\d{1,2}$/)
      .optional(),
    number: z.int().min(0).max(99).optional(),
    ...inYear,
    ...paged,
  }),
  weakest: z.strictObject({ n: z.int().min(1).max(50).optional(), ...inYear, ...paged }),
  strongest: z.strictObject({ n: z.int().min(1).max(50).optional(), ...inYear }),
  /** Nothing: the newest two; `years`: exactly two or more; `n_years`: that many, up to the newest. */
  compare_years: z.strictObject({
    years: z.array(year).max(10).optional(),
    n_years: z.int().min(1).max(20).optional(),
    indicator: indicator.optional(),
    instrument: z.enum(['IIT', 'EIT', 'OIT']).optional(),
  }),
  grade_meaning: z.strictObject({ grade: z.string().max(40).optional(), ...inYear }),
  definition: z.strictObject({ term: z.string().max(40).optional() }),
  measures: z.strictObject({ indicator: indicator.optional(), ...inYear, ...paged }),
  measure_progress: z.strictObject({ measure: z.int().min(0).max(99).optional(), ...inYear }),
  /**
   * `rating` is what somebody said ("ให้ 3 คะแนน"), never a step of our scale; `code` an item, `point` the code of a service
   * point. `step`, `why` and `act` are set only by buttons: the face tapped, a reason tapped, what to do with the answer.
   */
  give_feedback: z.strictObject({
    rating: z.int().min(0).max(10).optional(),
    indicator: indicator.optional(),
    code: z
      .string()
      .regex(/^[IEO]\d{1,2}$/)
      .optional(),
    point: CodeSchema.optional(),
    step: ScoreSchema.optional(),
    why: ReasonCodeSchema.optional(),
    act: z.enum(FEEDBACK_ACTS).optional(),
  }),
  /** What others said about an indicator; without one: which there are. */
  feedback_results: z.strictObject({ indicator: indicator.optional() }),
  /** The agency's answer: to one piece of feedback by its reference, or to all for which an answer was asked. */
  feedback_reply: z.strictObject({
    ref: z
      .string()
      .regex(/^[0-9A-Z]{20}$/)
      .optional(),
    act: z.enum(['withdraw']).optional(),
  }),
  report_corruption: z.strictObject({ anonymous: z.boolean().optional() }),
  /** Without a topic: what there is to choose, and what is chosen. */
  subscribe: z.strictObject({ topic: z.enum(TOPICS).optional() }),
  /** Without a topic: nothing more of anything. `choose`: nothing is stopped yet, it is asked what. */
  unsubscribe: z.strictObject({ topic: z.enum(TOPICS).optional(), act: z.literal('choose').optional() }),
  /** What announcing a year would be; with a reach: asks once more; with `send`, which only the button under that question sets: does it. */
  announce: z.strictObject({
    year: year.optional(),
    reach: z.enum(REACHES).optional(),
    act: z.enum(['send']).optional(),
  }),
  /** What would go out now if it were due, shown to whoever asks. */
  push_preview: z.strictObject({ kind: z.enum(SCHEDULED).optional() }),
  /**
   * A digest that did not fit: what could be sent to whom instead. `at`: the occurrence that was shown; with a reach it asks once more;
   * with `send`, which only the button under that question sets, it does it. `reserve`: the month's reserve may be used.
   */
  push_missed: z.strictObject({
    kind: z.enum(SCHEDULED),
    at: OccurrenceSchema.optional(),
    reach: z.enum(DIGEST_REACHES).optional(),
    reserve: z.literal(true).optional(),
    act: z.enum(['send']).optional(),
  }),
  /**
   * News in a manager's own words: without `draft` they are asked for; `draft` names the words that were shown. With a reach it asks once
   * more, with `send` it does it; `drop` throws them away.
   */
  urgent_news: z.strictObject({
    draft: mark.optional(),
    reach: z.enum(REACHES).optional(),
    act: z.enum(['send', 'drop']).optional(),
  }),
  /** What has been sent, to how many, and what is left of the month. */
  push_log: z.strictObject({}),
  help: z.strictObject({}),
  greeting: z.strictObject({}),
  talk_to_human: z.strictObject({}),
  register_staff: z.strictObject({}),
  /** `code` of an invitation; without one it is asked for. `lower`: agreed to be able to do less than now. */
  join_staff: z.strictObject({
    code: CodeSchema.optional(),
    act: z.enum(['confirm', 'lower', 'decline']).optional(),
  }),
  /** Without `act`: what it would be. `ref`: an invitation that is there. No `division`: the whole agency. */
  invite_staff: z.strictObject({
    act: z.enum(['make', 'choose_division', 'list', 'show', 'cancel']).optional(),
    role: z.enum(STAFF_ROLES).optional(),
    division: DivisionIdSchema.optional(),
    uses: z.literal(INVITED_USES).optional(),
    days: z.literal(INVITED_DAYS).optional(),
    ref: HandleSchema.optional(),
    ...paged,
  }),
  staff_list: z.strictObject({ ...paged }),
  /** `role`, `division` or `act=whole` (the whole agency) change it; `withdraw` only asks. */
  staff_member: z.strictObject({
    handle: HandleSchema,
    act: z.enum(['choose_role', 'choose_division', 'whole', 'withdraw', 'withdraw_confirmed']).optional(),
    role: z.enum(STAFF_ROLES).optional(),
    division: DivisionIdSchema.optional(),
    ...paged,
  }),
  /** `by`: a handle, or `command`; `after`: where the page before ended. */
  audit_log: z.strictObject({
    by: z.union([HandleSchema, z.literal('command')]).optional(),
    subject: z.string().min(1).max(60).optional(),
    after: z.string().max(200).optional(),
  }),
  qr_code: z.strictObject({ purpose: z.string().max(40).optional() }),
  report: z.strictObject({ ...inYear }),
  contact: z.strictObject({}),
  /** `delete` only asks; `delete_confirmed` erases, and only the button under that question sets it: nobody says it. */
  privacy: z.strictObject({
    action: z.enum(['notice', 'export', 'delete', 'delete_confirmed', 'withdraw']).optional(),
  }),
  /** Measures of one's own division: what is to be done, or (`done`) what is done or stopped. */
  my_work: z.strictObject({ done: z.boolean().optional(), ...paged }),
  /** One measure, and what is done with it. `sure`: yes, 100 % and yet not done. */
  work_measure: z.strictObject({
    ...measureSeen,
    act: z.enum(WORK_ACTS).optional(),
    percent: z.int().min(0).max(100).optional(),
    sure: z.boolean().optional(),
    ...paged,
  }),
  /** Where all measures stand, or one list of it. */
  measure_board: z.strictObject({ list: z.enum(BOARD_LISTS).optional(), ...paged }),
  /** Which division looks after it; `nobody`: none in particular. Neither: which there are. */
  assign_measure: z.strictObject({
    ...measureSeen,
    division: DivisionIdSchema.optional(),
    nobody: z.boolean().optional(),
    ...paged,
  }),
  /** Until when: a day picked in LINE's date picker, or `day` with `sure` after it was questioned, or `none`: the year's last. */
  measure_due: z.strictObject({
    ...measureSeen,
    day: z.iso.date().optional(),
    sure: z.boolean().optional(),
    none: z.boolean().optional(),
  }),
  /** A measure for this fiscal year, its title to come as the next message; answering a weakness of the newest result. */
  add_measure: z.strictObject({
    indicator: indicator.optional(),
    code: z
      .string()
      .regex(/^[IEO]\d{1,2}$/)
      .optional(),
  }),
  /** The first card of everybody who works here. */
  work_home: z.strictObject({}),
  /** The codes of the round; `make`, `make_staff`: a new one, for citizens or for colleagues. */
  counter_codes: z.strictObject({ act: z.enum(['make', 'make_staff']).optional(), after: sealed.optional() }),
  /** One code. `stop` only asks. */
  counter_code: z.strictObject({
    point: CodeSchema,
    act: z.enum(['rename', 'stop', 'stop_confirmed', 'open']).optional(),
  }),
  /**
   * What people said, unanswered only unless `state`, one's own division's and nobody's unless `whose`. `general`: without a code.
   * `round`: of the one before. `choose`: a card to choose from.
   */
  feedback_inbox: z.strictObject({
    round: z.literal('last').optional(),
    state: z.literal('all').optional(),
    whose: z.literal('all').optional(),
    asked: z.literal(true).optional(),
    indicator: indicator.optional(),
    point: CodeSchema.optional(),
    general: z.literal(true).optional(),
    choose: z.enum(['indicator', 'point']).optional(),
    after: sealed.optional(),
  }),
  /**
   * One piece of feedback. `answer` waits for words, `send` sends those that were shown (`draft`: which; `seen`: what it was when the
   * officer saw it), `hide` takes a reason (`why`, or words), `hand` a division.
   */
  feedback_item: z.strictObject({
    ref: sealed,
    act: z.enum(['answer', 'send', 'hide', 'hand', 'unhand']).optional(),
    seen: mark.optional(),
    draft: mark.optional(),
    why: z.enum(['rude', 'spam', 'private']).optional(),
    division: DivisionIdSchema.optional(),
    ...paged,
  }),
  /** What was hidden: the list, or one of it. */
  hidden_feedback: z.strictObject({
    ref: sealed.optional(),
    act: z.literal('show').optional(),
    after: sealed.optional(),
  }),
  off_topic: z.strictObject({}),
  /** Nothing fits; `nearest` are the up to three closest intents, for quick replies. */
  not_understood: z.strictObject({ nearest: z.array(z.string().max(40)).max(3).optional() }),
} as const;

export type Intent = keyof typeof SLOTS;
export type Slots<I extends Intent> = z.infer<(typeof SLOTS)[I]>;

export type RequestOf<I extends Intent> = I extends Intent ? { readonly intent: I; readonly slots: Slots<I> } : never;
export type Request = RequestOf<Intent>;

export const INTENTS = Object.keys(SLOTS) as readonly Intent[];
