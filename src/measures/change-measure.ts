import { dayOf } from '../bangkok-time.ts';
import { messageRefOf } from '../message-ref.ts';
import type { Actor } from '../people/actor.ts';
import { writtenText } from '../written-text.ts';
import type { Change, Refusal } from './change.ts';
import { doubtsAbout } from './due-day.ts';
import { withNews } from './last-note.ts';
import { MAX_NOTE, measureId, STANDING, type Measure, type Standing } from './measure.ts';
import type { Progress } from './progress.ts';
import { isOpen } from './standing.ts';

/** Who does it, when (the event's own time), and the id of the entry it becomes. */
export interface Doing {
  readonly by: Actor;
  readonly at: Date;
  readonly entry: string;
  /** LINE's id of the message that brought it; left out for a tap or a command. */
  readonly messageId?: string | undefined;
}

export type Changed =
  | { readonly kind: 'changed'; readonly measure: Measure; readonly progress: Progress }
  | { readonly kind: 'refused'; readonly reason: Refusal };

type Next = Partial<Standing> | Refusal;

/**
 * The measure after a change and the entry for its history, or why not. Pure. What always holds afterwards: a done measure is at
 * 100 %, one that is not started at 0 or nothing, a reason stands with a stopped one and with no other.
 */
export function changeMeasure(measure: Measure, change: Change, doing: Doing): Changed {
  const next = nextStanding(measure, change, doing.at);
  if (typeof next === 'string') return { kind: 'refused', reason: next };
  return applied(measure, next, doing, {
    kind: change.kind,
    text: change.kind === 'stop' ? writtenText(change.reason) : change.kind === 'note' ? change.note.text : null,
    link: change.kind === 'note' ? change.note.link : null,
    picture: change.kind === 'picture' ? change.picture : null,
    undoes: null,
  });
}

/** Puts `next` in place and tells what became different. */
export function applied(
  measure: Measure,
  next: Partial<Standing>,
  { by, at, entry, messageId }: Doing,
  what: Pick<Progress, 'kind' | 'text' | 'link' | 'picture' | 'undoes'>,
): Changed & { readonly kind: 'changed' } {
  const keys = (Object.keys(next) as (keyof Standing)[]).filter((key) => differs(measure[key], next[key]));
  const revision = measure.revision + 1;
  const who = by === 'command' ? by : by.handle;
  const { lastChange } = measure;
  const since = lastChange?.by === who ? lastChange.since : measure.revision;
  return {
    kind: 'changed',
    measure: { ...measure, ...next, revision, lastChange: { entry, by: who, since } },
    progress: {
      measure: measureId(measure),
      atMs: at.getTime(),
      by,
      revision,
      before: Object.fromEntries(keys.map((key) => [key, measure[key]])),
      after: Object.fromEntries(keys.map((key) => [key, next[key]])),
      percent: next.percent === undefined ? measure.percent : next.percent,
      messageRef: messageId === undefined ? null : messageRefOf(messageId),
      undone: false,
      ...what,
    },
  };
}

function nextStanding(measure: Measure, change: Change, at: Date): Next {
  if (measure.carriedTo !== null) return 'carried';
  switch (change.kind) {
    case 'assign':
      return change.division === measure.division ? 'already' : { division: change.division };
    case 'due':
      return nextDue(measure, change, at);
    default: {
      const next = progressOf(measure, change, at);
      return typeof next === 'string' ? next : { ...next, progressAt: later(measure.progressAt, at) };
    }
  }
}

/** What counts as progress: whoever reports it has been heard from. */
function progressOf(measure: Measure, change: Exclude<Change, { kind: 'assign' | 'due' }>, at: Date): Next {
  const { status, lastNote } = measure;
  switch (change.kind) {
    case 'start':
      return status === 'not-started' ? { status: 'under-way' } : status === 'under-way' ? 'already' : 'closed';
    case 'done':
      return isOpen(measure) ? { status: 'done', percent: 100 } : status === 'done' ? 'already' : 'closed';
    case 'stop':
      return stopped(measure, change.reason);
    case 'reopen':
      // What was done by half was counted as whole: how far it really is has to be said anew.
      if (status === 'done') return { status: 'under-way', percent: null };
      return status === 'stopped' ? { status: 'under-way', stoppedBecause: null } : 'already';
    case 'percent':
      return nextPercent(measure, change.percent, change.stillOpen === true);
    case 'note':
      return { lastNote: withNews(lastNote, change.note, at) };
    case 'picture':
      return { lastNote: withNews(lastNote, { picture: change.picture }, at) };
  }
}

function stopped({ status }: Measure, typed: string): Next {
  if (status === 'stopped') return 'already';
  if (status === 'done') return 'closed';
  const reason = writtenText(typed);
  if (reason === '') return 'no-reason';
  return reason.length > MAX_NOTE ? 'reason-too-long' : { status: 'stopped', stoppedBecause: reason };
}

function nextPercent(measure: Measure, percent: number, stillOpen: boolean): Next {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return 'bad-percent';
  if (!isOpen(measure)) return 'closed';
  if (percent === measure.percent) return 'already';
  if (percent === 100 && !stillOpen) return 'ask-done';
  return percent > 0 ? { status: 'under-way', percent } : { percent };
}

function nextDue(measure: Measure, { day, sure }: Change & { kind: 'due' }, at: Date): Next {
  if (day === measure.dueDate) return 'already';
  if (day === null) return { dueDate: null };
  if (!STANDING.dueDate.safeParse(day).success) return 'bad-day';
  const doubtful = doubtsAbout(day, measure.fiscalYear, dayOf(at)).length > 0;
  return doubtful && sure !== true ? 'ask-day' : { dueDate: day };
}

/** Events can arrive late: what was heard last stays last. */
function later(before: string | null, at: Date): string {
  return before !== null && Date.parse(before) > at.getTime() ? before : at.toISOString();
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
