import type { PictureRef } from './pictures/picture.ts';
import type { Note } from './read-note.ts';

/** What somebody wants to do with a measure. */
export type Change =
  /** `done` also from "not started"; `reopen` from done or stopped. */
  | { readonly kind: 'start' | 'done' | 'reopen' }
  | { readonly kind: 'stop'; readonly reason: string }
  /** 0–100. `stillOpen`: 100, and yet not done, as somebody said when asked. */
  | { readonly kind: 'percent'; readonly percent: number; readonly stillOpen?: boolean }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'picture'; readonly picture: PictureRef }
  /** Null: nobody in particular. */
  | { readonly kind: 'assign'; readonly division: string | null }
  /** Null: the last day of the fiscal year. `sure`: also a doubtful day, as somebody said when asked. */
  | { readonly kind: 'due'; readonly day: string | null; readonly sure?: boolean };

/**
 * Why a change is not made:
 * - `already`: it is like that. `closed`: done or stopped, to be reopened first. `carried`: it goes on as a measure of the next year.
 * - `ask-done`: 100 %, so it has to be asked whether it is done. `ask-day`: the day is doubtful (`doubtsAbout`).
 * - `no-reason`, `reason-too-long`, `bad-percent`, `bad-day`: what was given cannot be used.
 */
export type Refusal =
  | 'already'
  | 'closed'
  | 'carried'
  | 'ask-done'
  | 'ask-day'
  | 'no-reason'
  | 'reason-too-long'
  | 'bad-percent'
  | 'bad-day';
