import type { Clock } from '../clock.ts';
import { qrcodes } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
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
  /** For a device at the counter. */
  readonly kiosk?: boolean;
}

export interface QrCodeTools {
  readonly clock: Clock;
  /** `() => newCode(randomBytes)`. */
  readonly newCode: () => string;
}

/** What each audience is asked about unless something else is said: the indicators of the EIT and of the IIT. */
export const DEFAULT_INDICATORS: Readonly<Record<QrCode['audience'], readonly number[]>> = {
  citizen: [6, 7, 8],
  staff: [1, 2, 3, 4, 5],
};

/** Makes a code for a service point and resolves with it. Rejects with StoreError `invalid` if the schema refuses it. */
export async function createQrCode(store: AgencyStore, wanted: NewQrCode, tools: QrCodeTools): Promise<string> {
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
  });
  return code;
}

/** The code as stored, whatever its state (see `codeState`); undefined if there is none. One read. */
export function findQrCode(store: AgencyStore, code: string): Promise<QrCode | undefined> {
  return store.get(qrcodes, code);
}

/** Every code (at most 10,000), by service point, then by age; of one round if a fiscal year is given. */
export async function listQrCodes(store: AgencyStore, fiscalYear?: number): Promise<readonly Doc<QrCode>[]> {
  const equal = fiscalYear === undefined ? {} : { equal: { fiscalYear } };
  const found: Doc<QrCode>[] = [];
  let after: string | undefined;
  do {
    const page = await store.query(qrcodes, { ...equal, limit: 1_000, ...(after === undefined ? {} : { after }) });
    found.push(...page.docs);
    after = page.next;
  } while (after !== undefined && found.length < 10_000);
  const key = ({ data }: Doc<QrCode>): string => `${data.point}\n${data.createdAt}`;
  return found.sort((a, b) => key(a).localeCompare(key(b), 'th'));
}

/** Gives the point another name or place; what is left out stays. Answers already given keep the old name. False: no such code. */
export function renameQrCode(
  store: AgencyStore,
  code: string,
  to: { readonly point?: string; readonly place?: string | null },
): Promise<boolean> {
  return change(store, code, (qr) => {
    const point = to.point?.trim() ?? qr.point;
    const former = point === qr.point ? {} : { formerPoints: [...(qr.formerPoints ?? []), qr.point].slice(-20) };
    return { ...qr, ...former, point, place: to.place === undefined ? qr.place : to.place?.trim() || null };
  });
}

/** Takes no more answers through the code; what was answered stays. False: no such code. */
export function stopQrCode(store: AgencyStore, code: string): Promise<boolean> {
  return change(store, code, (qr) => ({ ...qr, active: false }));
}

/** One more scan (or `times`), without who or when. A code that is not there is not an error. */
export async function countScan(store: AgencyStore, code: string, times = 1): Promise<void> {
  await change(store, code, (qr) => ({ ...qr, scans: qr.scans + times }));
}

async function change(store: AgencyStore, code: string, to: (qr: QrCode) => QrCode): Promise<boolean> {
  try {
    await store.transaction((tx) => tx.update(qrcodes, code, to));
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'not-found') return false;
    throw error;
  }
}
