import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { DraftMeasureSchema } from '../assessment/draft-measure.ts';
import { HandleSchema } from '../people/staff-member.ts';
import { PictureRefSchema } from './pictures/picture.ts';

const MEASURE_STATUSES = ['not-started', 'under-way', 'done', 'stopped'] as const;

/** Longest title (UTF-16 units), as in DraftMeasureSchema. */
export const MAX_TITLE = 300;
/** Longest progress note and reason (UTF-16 units). */
export const MAX_NOTE = 1_000;
/** Longest evidence link: LINE's limit for the address behind a button. */
export const MAX_LINK = 1_000;

/** Id of an entry in `progress`: the id of the event or command that led to it. */
export const ProgressIdSchema = z.string().min(1).max(100);
/** `{fiscalYear}-{no}` */
export const MeasureIdSchema = z.string().regex(/^2[56]\d\d-[1-9]\d?$/);

/** What was said on the last day on which anything was said; the whole history is in `progress`. */
const LastNoteSchema = z.strictObject({
  text: z.string().min(1).max(MAX_NOTE).nullable(),
  /** Evidence on the web. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(MAX_LINK)
    .nullable(),
  /** The picture that shows it. */
  picture: PictureRefSchema.nullable(),
  at: z.iso.datetime(),
});

/** Where a measure stands: all that changes while it is carried out. */
export const STANDING = {
  status: z.enum(MEASURE_STATUSES),
  /** 0–100, null if nobody has reported any progress yet. */
  percent: z.int().min(0).max(100).nullable(),
  /** Last time progress was recorded; null if never. */
  progressAt: z.iso.datetime().nullable(),
  /** Which division looks after it; null: `owner` says so in words, or nobody does. */
  division: DivisionIdSchema.nullable(),
  /** Last day, Bangkok, Christian era; null: the last day of the fiscal year. */
  dueDate: z.iso.date().nullable(),
  /** Why it was stopped; null unless it is. */
  stoppedBecause: z.string().min(1).max(MAX_NOTE).nullable(),
  lastNote: LastNoteSchema.nullable(),
};

/** Who made the changes since revision `since`, all of them; `entry` is the newest in `progress`. */
const LastChangeSchema = z.strictObject({
  entry: ProgressIdSchema,
  by: z.union([HandleSchema, z.literal('command')]),
  since: z.int().nonnegative(),
});

/** An action that answers weaknesses: what was promised, and how far it has got. Stored as `{fiscalYear}-{no}`. */
export const MeasureSchema = DraftMeasureSchema.extend({
  ...STANDING,
  division: STANDING.division.default(null),
  dueDate: STANDING.dueDate.default(null),
  stoppedBecause: STANDING.stoppedBecause.default(null),
  lastNote: STANDING.lastNote.default(null),
  /** Grows by one with every change, so that whoever acts on an older picture is told what has happened since. */
  revision: z.int().nonnegative().default(0),
  lastChange: LastChangeSchema.nullable().default(null),
  /** The measure of the year before that goes on as this one, and the one of the next year as which this one goes on. */
  carriedFrom: MeasureIdSchema.nullable().default(null),
  carriedTo: MeasureIdSchema.nullable().default(null),
  /** Fiscal year of the assessment whose report promised it; null if it was added by hand. */
  promisedIn: z.int().nullable(),
});
export type Measure = z.infer<typeof MeasureSchema>;
export type Standing = Pick<Measure, keyof typeof STANDING>;

/** The document id of a measure. */
export function measureId(measure: Pick<Measure, 'fiscalYear' | 'no'>): string {
  return `${measure.fiscalYear}-${measure.no}`;
}

/** What a measure begins with: nothing has happened yet. */
export const NEW_MEASURE = {
  status: 'not-started',
  percent: null,
  progressAt: null,
  division: null,
  dueDate: null,
  stoppedBecause: null,
  lastNote: null,
  revision: 0,
  lastChange: null,
  carriedFrom: null,
  carriedTo: null,
} as const satisfies Partial<Measure>;
