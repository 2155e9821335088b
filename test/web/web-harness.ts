import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { saveProfile } from '../../src/agency/profile-record.ts';
import type { AgencyProfile } from '../../src/agency/profile.ts';
import { Reception } from '../../src/chat/reception.ts';
import { ReplyQueue } from '../../src/chat/reply-queue.ts';
import { UserLanes } from '../../src/chat/user-lanes.ts';
import { newCode } from '../../src/code.ts';
import type { Feedback } from '../../src/feedback/feedback.ts';
import { createQrCode, type NewQrCode } from '../../src/feedback/qr-codes.ts';
import { createHttp, listen } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { createMetrics } from '../../src/metrics.ts';
import { randomId } from '../../src/new-id.ts';
import { feedback } from '../../src/store/collections.ts';
import type { AgencyStore, Doc } from '../../src/store/port.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { ScanCounts } from '../../src/web/scan-counts.ts';
import { submissionLimiter, type SubmissionLimiter } from '../../src/web/submission-limiter.ts';
import { webPages } from '../../src/web/web-pages.ts';
import { dayKeysFor } from '../day-keys-for-tests.ts';
import { fakeAfter } from '../fake-after.ts';
import { faultyStore, type StoreFaults } from '../faults/faulty-store.ts';

const PROFILE: AgencyProfile = {
  name: 'องค์การบริหารส่วนตำบลบางครก',
  shortName: 'อบต.บางครก',
  district: 'บ้านแหลม',
  province: 'เพชรบุรี',
  address: null,
  website: 'https://bangkhrok.example/',
  phone: '0 3277 1000',
  email: 'office@bangkhrok.example',
  hours: 'จันทร์–ศุกร์ 8.30–16.30 น.',
  complaintChannels: [{ name: 'ศูนย์รับเรื่องร้องเรียน อบต.', phone: '0 3277 1001', url: null, note: 'ในเวลาราชการ' }],
  privacyContact: null,
};

export interface WebHarness {
  readonly url: string;
  readonly store: AgencyStore;
  readonly faults: StoreFaults;
  readonly logged: () => string;
  /** What time it is for the server; tests set it. */
  readonly time: { now: Date };
  readonly code: (more?: Partial<NewQrCode>) => Promise<string>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Page>;
  /** Posts a form as a browser's page of this server does. */
  readonly post: (path: string, fields: Fields, headers?: Record<string, string>) => Promise<Page>;
  readonly stored: () => Promise<readonly Doc<Feedback>[]>;
  readonly metric: (outcome: string) => Promise<number>;
  /** Lets gathered scans be written. */
  readonly countScans: () => Promise<void>;
  readonly close: () => Promise<void>;
}

type Fields = Readonly<Record<string, string | readonly string[]>> | string;

/** An answer of the server, not followed. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it sends the browser. */
  readonly location: string;
  /** The cookie to send back, if one was set. */
  readonly cookie: string | undefined;
}

export interface WebHarnessOptions {
  readonly profile?: Partial<AgencyProfile>;
  readonly publicUrl?: string;
  readonly lineBasicId?: string;
  readonly limiter?: SubmissionLimiter;
  readonly trustedProxies?: number;
  readonly storeWithinMs?: number;
  readonly measures?: readonly Measure[];
}

/** The real pages on a real server and a SQLite store that can be made to misbehave. */
export async function startWeb(options: WebHarnessOptions = {}): Promise<WebHarness> {
  const real = openSqliteStore({ path: ':memory:' });
  const store = real.agency('org');
  const { store: faulty, faults } = faultyStore(real);
  const agency: AgencyProfile = { ...PROFILE, ...options.profile };
  await saveProfile(store, agency);
  const stream = new PassThrough();
  let logged = '';
  stream.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const log = createLog('debug', stream);
  const metrics = createMetrics();
  const time = { now: new Date('2026-11-22T03:00:00.000Z') };
  const clock = (): Date => time.now;
  const timers = fakeAfter();
  const scans = new ScanCounts(faulty.agency('org'), log, timers.after);
  const newKey = (): string => randomBytes(32).toString('base64url');
  const dayKeys = dayKeysFor({ store: faulty.agency('org'), clock, newKey, after: timers.after });
  const pages = webPages({
    store: faulty.agency('org'),
    knowledge: () => ({ agency, assessments: [], measures: options.measures ?? [] }),
    clock,
    newId: randomId,
    dayKeys,
    publicUrl: options.publicUrl,
    lineBasicId: options.lineBasicId,
    limiter: options.limiter ?? submissionLimiter({ key: 'test', log }),
    scans,
    storeWithinMs: options.storeWithinMs ?? 5_000,
    metrics,
    log,
  });
  const replies = new ReplyQueue({
    send: async () => ({ kind: 'accepted', requestId: undefined }),
    clock,
    maxUsers: 1,
    onOutcome: () => undefined,
  });
  const handle = () => ({ kind: 'now', outcome: { messagesJson: '[]' } }) as const;
  const http = createHttp({
    channelSecret: 'secret',
    reception: new Reception({ handle, lanes: new UserLanes(1), replies }),
    clock,
    metrics,
    log,
    durableWithinMs: 1_000,
    checkReady: async () => undefined,
    pages,
    trustedProxies: options.trustedProxies ?? 0,
  });
  const server = await listen(http, 0, '127.0.0.1', log);
  const url = `http://127.0.0.1:${server.port}`;
  const ask = (path: string, init: RequestInit): Promise<Page> => fetchPage(`${url}${path}`, init);
  return {
    url,
    store,
    faults,
    time,
    logged: () => logged,
    code: (more) => {
      const tools = { clock, newCode: () => newCode(randomBytes) };
      const wanted = { point: 'งานทะเบียน', place: 'ชั้น 1 ช่อง 2', fiscalYear: 2570, ...more };
      return createQrCode(store, wanted, tools);
    },
    get: (path, headers = {}) => ask(path, { headers: { 'user-agent': 'Mozilla/5.0 (iPhone)', ...headers } }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: typeof fields === 'string' ? fields : formOf(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          origin: url,
          ...headers,
        },
      }),
    stored: async () => (await store.query(feedback)).docs,
    metric: async (outcome) => {
      const text = await metrics.registry.metrics();
      return Number(new RegExp(`web_submissions_total\\{outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
    },
    countScans: () => {
      timers.advance(60_000);
      return scans.flush();
    },
    close: async () => {
      faults.heal();
      await server.close();
      await real.close();
    },
  };
}

/** What the server answers, not followed. Rejects if there is no whole answer. */
export async function fetchPage(url: string, init: RequestInit): Promise<Page> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    location: response.headers.get('location') ?? '',
    cookie: response.headers.getSetCookie()[0]?.split(';')[0],
  };
}

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  return form;
}

/** The value of a hidden field in a page. */
export function hiddenValue(page: Page, name: string): string {
  return hiddenValues(page)[name] ?? '';
}

/** The hidden fields of a page's form. */
export function hiddenValues(page: Page): Readonly<Record<string, string>> {
  const found = page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [name, value]));
}
