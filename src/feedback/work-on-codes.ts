import { recordDeed, type Deed } from '../audit/deed.ts';
import { entryOfEvent } from '../audit/entry-of-event.ts';
import { qrcodes } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { QrCode } from './qr-code.ts';
import { changeQrCode, createQrCode, type ChangedCode, type NewQrCode } from './qr-codes.ts';

/**
 * What officers do with codes, in chat and by command: each change together with its entry in the audit. An event that is delivered
 * again changes nothing more.
 */

/** Makes a code and resolves with it; again with the same one for the same event. `newCode` is not called then. */
export async function makeCode(
  tx: Transaction,
  deed: Deed,
  wanted: NewQrCode,
  newCode: () => string,
): Promise<{ readonly code: string; readonly qr: QrCode }> {
  const done = await entryOfEvent(tx, deed.eventId);
  const code = done?.subject ?? (await createQrCode(tx, wanted, { clock: () => deed.at, newCode }));
  const qr = await tx.get(qrcodes, code);
  // Nothing deletes codes, and what has just been made is seen by its own transaction.
  if (qr === undefined) throw new Error('a code that was made is not there');
  const { point, place, fiscalYear, audience } = qr;
  if (!done)
    await recordDeed(tx, deed, {
      action: 'qr.create',
      subject: code,
      before: {},
      after: { point, place, fiscalYear, audience: audience === 'staff' ? 'บุคลากร' : 'ประชาชน' },
    });
  return { code, qr };
}

/** Gives the point another name or place; what is left out stays. Answers already given keep the old name. Undefined: no such code. */
export function renameCode(
  tx: Transaction,
  deed: Deed,
  code: string,
  to: { readonly point?: string; readonly place?: string | null },
): Promise<ChangedCode | undefined> {
  return changeOnce(tx, deed, code, {
    action: 'qr.rename',
    to: (qr) => {
      const point = to.point?.trim() ?? qr.point;
      const former = point === qr.point ? {} : { formerPoints: [...(qr.formerPoints ?? []), qr.point].slice(-20) };
      return { ...qr, ...former, point, place: to.place === undefined ? qr.place : to.place?.trim() || null };
    },
    shown: ({ point, place }) => ({ point, place }),
  });
}

/** Takes no more answers through the code; what was answered stays. Undefined: no such code. */
export function stopCode(tx: Transaction, deed: Deed, code: string): Promise<ChangedCode | undefined> {
  return changeOnce(tx, deed, code, {
    action: 'qr.stop',
    to: (qr) => ({ ...qr, active: false }),
    shown: ({ active }) => ({ active }),
  });
}

/** Takes answers again through a code that was stopped. Undefined: no such code. */
export function reopenCode(tx: Transaction, deed: Deed, code: string): Promise<ChangedCode | undefined> {
  return changeOnce(tx, deed, code, {
    action: 'qr.open',
    to: (qr) => ({ ...qr, active: true }),
    shown: ({ active }) => ({ active }),
  });
}

/** What changes nothing is no deed, and a deed that is done is not done again: somebody may have changed their mind since. */
async function changeOnce(
  tx: Transaction,
  deed: Deed,
  code: string,
  change: {
    readonly action: 'qr.rename' | 'qr.stop' | 'qr.open';
    readonly to: (qr: QrCode) => QrCode;
    readonly shown: (qr: QrCode) => Record<string, string | boolean | null>;
  },
): Promise<ChangedCode | undefined> {
  const done = await entryOfEvent(tx, deed.eventId);
  const changed = await changeQrCode(tx, code, done ? (qr) => qr : change.to);
  if (!changed) return undefined;
  const [before, after] = [change.shown(changed.before), change.shown(changed.after)];
  if (JSON.stringify(before) !== JSON.stringify(after))
    await recordDeed(tx, deed, { action: change.action, subject: code, before, after });
  return changed;
}
