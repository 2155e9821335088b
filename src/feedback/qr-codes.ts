import type { Clock } from '../clock.ts';
import { qrcodes } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore, Doc, Transaction } from '../store/port.ts';
import type { QrCode } from './qr-code.ts';

/** What may be said about a new code; what is left out takes its default (see QrCodeSchema). */
export interface NewQrCode {
  readonly point: string;
  readonly place?: string | null;
  readonly fiscalYear: number;
  readonly audience?: QrCode['audience'];
  readonly indicators?: readonly number[];
  /** ISO moments; null or left out: no bound. */
  readonly opensAt?: string | null;
  readonly endsAt?: string | null;
  /** Whose counter it is, and the handle of who makes it. */
  readonly division?: string | undefined;
  readonly madeBy?: string | undefined;
  /** For a device at the counter. */
  readonly kiosk?: boolean;
}

export interface QrCodeTools {
  readonly clock: Clock;
  /** `() => newCode(randomBytes)`. */
  readonly newCode: () => string;
}

const MOST_LISTED = 10_000;

/** What each audience is asked about unless something else is said: the indicators of the EIT and of the IIT. */
export const DEFAULT_INDICATORS: Readonly<Record<QrCode['audience'], readonly number[]>> = {
  citizen: [6, 7, 8],
  staff: [1, 2, 3, 4, 5],
};

/**
 * Makes a code for a service point, by itself (`store`) or in a transaction, and resolves with it. Rejects with StoreError
 * `invalid` if the schema refuses it.
 */
export async function createQrCode(
  store: Pick<Transaction, 'create'>,
  wanted: NewQrCode,
  tools: QrCodeTools,
): Promise<string> {
  const audience = wanted.audience ?? 'citizen';
  const code = tools.newCode();
  await store.create(qrcodes, code, {
    point: wanted.point.trim(),
    place: wanted.place?.trim() || null,
    fiscalYear: wanted.fiscalYear,
    audience,
    indicators: [...new Set(wanted.indicators ?? DEFAULT_INDICATORS[audience])].sort((a, b) => a - b),
    opensAt: wanted.opensAt ?? null,
    endsAt: wanted.endsAt ?? null,
    active: true,
    ...(wanted.kiosk === true ? { kiosk: true } : {}),
    createdAt: tools.clock().toISOString(),
    scans: 0,
    ...(wanted.division === undefined ? {} : { division: wanted.division }),
    ...(wanted.madeBy === undefined ? {} : { madeBy: wanted.madeBy }),
  });
  return code;
}

/** The code as stored, whatever its state (see `codeState`); undefined if there is none. One read. */
export function findQrCode(store: AgencyStore, code: string): Promise<QrCode | undefined> {
  return store.get(qrcodes, code);
}

/** Every code (at most 10,000), by service point, then by age; of one round if a fiscal year is given. */
export async function listQrCodes(store: AgencyStore, fiscalYear?: number): Promise<readonly Doc<QrCode>[]> {
  const found: Doc<QrCode>[] = [];
  for await (const code of everyDoc(store, qrcodes, fiscalYear === undefined ? {} : { equal: { fiscalYear } })) {
    found.push(code);
    if (found.length === MOST_LISTED) break;
  }
  const key = ({ data }: Doc<QrCode>): string => `${data.point}\n${data.createdAt}`;
  return found.sort((a, b) => key(a).localeCompare(key(b), 'th'));
}

/** A code before and after a change. */
export interface ChangedCode {
  readonly before: QrCode;
  readonly after: QrCode;
}

/** Changes a code in a transaction; one that stays as it is is not written. Undefined: there is no such code. */
export async function changeQrCode(
  tx: Transaction,
  code: string,
  to: (qr: QrCode) => QrCode,
): Promise<ChangedCode | undefined> {
  const before = await tx.get(qrcodes, code);
  if (before === undefined) return undefined;
  const after = to(before);
  if (JSON.stringify(after) !== JSON.stringify(before)) await tx.set(qrcodes, code, after);
  return { before, after };
}

/** One more scan (or `times`), without who or when. A code that is not there is not an error. */
export async function countScan(store: AgencyStore, code: string, times = 1): Promise<void> {
  await store.transaction((tx) => changeQrCode(tx, code, (qr) => ({ ...qr, scans: qr.scans + times })));
}
