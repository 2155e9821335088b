import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Derived from the event that brought the picture, so a redelivered event is one picture, and nobody can guess it. */
export const PictureIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** `waiting`: LINE still has it; `kept`: here, small and without metadata; `lost`: it could not be had (see LOSSES). */
const PICTURE_STATES = ['waiting', 'kept', 'lost'] as const;

/** Why a picture was lost: LINE has it no longer, it is too big to be taken, or it is no picture that can be read. */
const LOSSES = ['gone', 'too-big', 'not-a-picture'] as const;
export type Loss = (typeof LOSSES)[number];

/** Longest side of a kept picture (pixels) and its most bytes, so that it fits a document (1 MiB) as base64. */
export const MAX_SIDE = 1_280;
export const MAX_JPEG_BYTES = 600_000;

const side = z.int().min(1).max(MAX_SIDE).nullable();

/** What a measure and its history know of a picture, so that showing it costs no read. */
export const PictureRefSchema = z.strictObject({
  id: PictureIdSchema,
  state: z.enum(PICTURE_STATES),
  /** Pixels; null unless it is kept. */
  width: side,
  height: side,
  /** Null unless it is lost. */
  lostBecause: z.enum(LOSSES).nullable(),
});
export type PictureRef = z.infer<typeof PictureRefSchema>;

/** A picture that shows what was done. Stored under its id. */
export const PictureSchema = z.strictObject({
  /** The measure it belongs to, and the entry of its history. */
  measure: z.string().min(1).max(20),
  progress: z.string().min(1).max(100),
  /** When it was sent (ms since 1970). */
  atMs: z.int().nonnegative(),
  state: z.enum(PICTURE_STATES),
  /** LINE's id of the message, under which LINE hands it out for some days; null once it is not needed any more. */
  messageId: z.string().min(1).max(100).nullable(),
  lostBecause: z.enum(LOSSES).nullable(),
  /** The picture as base64; null unless it is kept. */
  jpeg: z
    .base64()
    .max(Math.ceil(MAX_JPEG_BYTES / 3) * 4)
    .nullable(),
  width: side,
  height: side,
});
export type Picture = z.infer<typeof PictureSchema>;

/** The id of the picture that an event brought. */
export function pictureIdOf(eventId: string): string {
  return createHash('sha256').update(`picture:${eventId}`).digest('base64url').slice(0, 22);
}

/** What others know of it. */
export function pictureRef(id: string, { state, width, height, lostBecause }: Picture): PictureRef {
  return { id, state, width, height, lostBecause };
}
