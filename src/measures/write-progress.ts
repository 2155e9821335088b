import type { AuditAction, AuditEntry } from '../audit/audit-entry.ts';
import { recordChange } from '../audit/record-change.ts';
import { measures, progress as collection } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import { measureId, type Measure } from './measure.ts';
import type { Progress, ProgressKind } from './progress.ts';

const ACTIONS: { readonly [K in ProgressKind]: AuditAction } = {
  add: 'measure.add',
  carry: 'measure.carry',
  start: 'measure.status',
  done: 'measure.status',
  stop: 'measure.status',
  reopen: 'measure.status',
  percent: 'measure.status',
  note: 'measure.note',
  picture: 'measure.note',
  assign: 'measure.assign',
  due: 'measure.due',
  undo: 'measure.undo',
};

/** Writes a changed measure, the entry of its history and the one of the audit, in the transaction that makes the change. */
export async function writeProgress(
  tx: Transaction,
  entry: string,
  { measure, progress }: { readonly measure: Measure; readonly progress: Progress },
  part = 0,
): Promise<void> {
  await tx.set(measures, measureId(measure), measure);
  await tx.create(collection, entry, progress);
  await recordChange(tx, entry, auditOf(progress, measure), part);
}

/** A change as the audit keeps it. */
export function auditOf(progress: Progress, { title }: Pick<Measure, 'title'>): AuditEntry {
  const { atMs, by, kind, measure: subject, text, link, picture } = progress;
  return {
    atMs,
    by,
    action: ACTIONS[kind],
    subject,
    before: plain(progress.before),
    after: {
      ...plain(progress.after),
      ...(kind === 'add' ? { title } : {}),
      ...(kind === 'note' ? { text, link } : {}),
      ...(picture === null ? {} : { picture: picture.id }),
    },
  };
}

function plain(changed: Progress['before']): AuditEntry['before'] {
  const { lastNote: _, progressAt: __, ...values } = changed;
  return values;
}
