import { z } from 'zod';
import { ReasonCodeSchema } from '../feedback/feedback.ts';
import { CodeSchema } from '../feedback/qr-code.ts';
import { ScoreSchema } from '../feedback/scale.ts';

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
 * What a button does with today's answer: `decline` rates nothing, `done` leaves it as it is, `comment` waits for words,
 * `anyway` waits for words that spoke of corruption, `drop_comment` takes the words back, `withdraw` the whole answer,
 * `ask_reply` explains what an answer needs, `reply` agrees to it, `no_reply` takes that back.
 */
const FEEDBACK_ACTS = [
  ...(['decline', 'stop', 'done', 'comment', 'anyway', 'drop_comment', 'withdraw'] as const),
  ...(['ask_reply', 'reply', 'no_reply'] as const),
] as const;

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
  subscribe: z.strictObject({}),
  unsubscribe: z.strictObject({}),
  help: z.strictObject({}),
  greeting: z.strictObject({}),
  talk_to_human: z.strictObject({}),
  register_staff: z.strictObject({}),
  qr_code: z.strictObject({ purpose: z.string().max(40).optional() }),
  report: z.strictObject({ ...inYear }),
  contact: z.strictObject({}),
  /** `delete` only asks; `delete_confirmed` erases, and only the button under that question sets it: nobody says it. */
  privacy: z.strictObject({
    action: z.enum(['notice', 'export', 'delete', 'delete_confirmed', 'withdraw']).optional(),
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
