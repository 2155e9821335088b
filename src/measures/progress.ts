import { z } from 'zod';
import { ActorSchema } from '../people/actor.ts';
import { MAX_LINK, MAX_NOTE, MeasureIdSchema, ProgressIdSchema, STANDING, type Standing } from './measure.ts';
import { PictureRefSchema } from './pictures/picture.ts';

/** What was done to a measure. */
const PROGRESS_KINDS = [
  ...(['add', 'carry', 'start', 'done', 'stop', 'reopen', 'percent'] as const),
  ...(['note', 'picture', 'assign', 'due', 'undo'] as const),
] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/** What changed; a value that stayed is left out. (A stored document has no `undefined`, which `partial()` would also allow.) */
const ChangedSchema = z.strictObject(STANDING).partial() as z.ZodType<Partial<Standing>>;

/** One change of a measure, or one note. Stored under the id of the event that led to it, so a redelivered event is one entry. */
export const ProgressSchema = z.strictObject({
  measure: MeasureIdSchema,
  kind: z.enum(PROGRESS_KINDS),
  /** When (ms since 1970): the event's own time. */
  atMs: z.int().nonnegative(),
  by: ActorSchema,
  /** Of the measure, after this: the entries of a measure are in the order in which they took effect. */
  revision: z.int().positive(),
  before: ChangedSchema,
  after: ChangedSchema,
  /** A note, or why the measure was stopped, as typed. Citizens read it. */
  text: z.string().min(1).max(MAX_NOTE).nullable(),
  percent: STANDING.percent,
  link: z
    .url({ protocol: /^https$/ })
    .max(MAX_LINK)
    .nullable(),
  picture: PictureRefSchema.nullable(),
  /** For `undo`: the entry that was undone. For `carry`: nothing. */
  undoes: ProgressIdSchema.nullable(),
  /** Stands for the LINE message that brought the note or picture (message-ref.ts); null: it was a tap. */
  messageRef: z.string().max(30).nullable(),
  /** Taken back by whoever made it. */
  undone: z.boolean(),
});
export type Progress = z.infer<typeof ProgressSchema>;
