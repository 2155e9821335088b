import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { LineChannel } from './line/channel.ts';

/** Where documents are kept. */
export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'firestore'; readonly projectId: string; readonly emulatorHost: string | undefined };

/** Everything the environment decides, read once. */
export interface Config {
  readonly port: number;
  /** Address under which people reach this server, without a slash at the end; undefined: not known. */
  readonly publicUrl: string | undefined;
  /** Proxies in front of this server; that many entries at the end of X-Forwarded-For are believed. */
  readonly trustedProxies: number;
  /** Undefined: no channel is configured, the local LINE emulator is started instead. */
  readonly channel: LineChannel | undefined;
  /** The account's id with `@`, for links that open the chat. */
  readonly lineBasicId: string | undefined;
  readonly store: StoreConfig;
  readonly orgId: string;
  /** What `POST /tasks/run` asks for; undefined: there is no such address. */
  readonly tasksToken: string | undefined;
  /** Undefined: not set; `info` behind a real channel, `warn` on a laptop. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | undefined;
}

/** The environment, with what the file `.env` of the working folder adds; what is set already wins. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The names of all environment variables the product reads. */
export const ENVIRONMENT_KEYS = [
  'PORT',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'K_SERVICE',
  'LINE_CHANNEL_SECRET',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'LINE_API_BASE_URL',
  'LINE_DATA_API_BASE_URL',
  'LINE_BASIC_ID',
  'STORE',
  'FIRESTORE_EMULATOR_HOST',
  'ORG_ID',
  'LOG_LEVEL',
  'TASKS_TOKEN',
] as const;
type Key = (typeof ENVIRONMENT_KEYS)[number];

/** Exit code for a configuration error (EX_CONFIG of sysexits.h). */
export const EXIT_CONFIG = 78;

/** All problems with the environment in one message, each with its fix. Never contains a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((one) => `  - ${one}`).join('\n')}`);
    this.problems = problems;
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
/** Secrets are taken as they are; a blank or a line break inside is always a copying slip. */
const PRINTABLE = /^[\x21-\x7e]{1,2000}$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An origin: scheme and host, no path; https, or http on this machine only, because tokens travel over it. */
function isSafeOrigin(value: string): boolean {
  const url = URL.parse(value);
  if (!url || url.pathname !== '/' || url.search || url.hash || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

const origin = z
  .string()
  .refine(isSafeOrigin)
  .transform((value) => value.replace(/\/$/, ''));

/** One line per variable: its shape, and the sentence that mends it. */
const SHAPES = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
    fix: 'set PORT to a whole number from 0 to 65535, e.g. 8080 (0: any free port)',
  },
  PUBLIC_URL: {
    schema: origin,
    fix: 'set PUBLIC_URL to the https address people reach this server under, without a path, e.g. https://ita.example.go.th',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^[0-9]$/)
      .transform(Number),
    fix: 'set TRUSTED_PROXIES to the number of proxies in front of this server, 0 to 9, or leave it out',
  },
  K_SERVICE: {
    schema: z.string(),
    fix: 'leave K_SERVICE out: Cloud Run sets it',
  },
  LINE_CHANNEL_SECRET: {
    schema: z.string().regex(PRINTABLE),
    fix: 'copy LINE_CHANNEL_SECRET (one line, no spaces) from LINE Developers Console > Basic settings',
  },
  LINE_CHANNEL_ACCESS_TOKEN: {
    schema: z.string().regex(PRINTABLE),
    fix: 'copy LINE_CHANNEL_ACCESS_TOKEN (one line, no spaces) from LINE Developers Console > Messaging API',
  },
  LINE_API_BASE_URL: {
    schema: origin,
    fix: 'leave LINE_API_BASE_URL out, or set it to an origin without a path: https://…, or http:// on this machine only',
  },
  LINE_DATA_API_BASE_URL: {
    schema: origin,
    fix: 'leave LINE_DATA_API_BASE_URL out, or set it to an origin without a path: https://…, or http:// on this machine only',
  },
  LINE_BASIC_ID: {
    schema: z
      .string()
      .regex(/^@?[0-9a-z._-]{2,30}$/i)
      .transform((value) => (value.startsWith('@') ? value : `@${value}`)),
    fix: 'set LINE_BASIC_ID to the id of the account as LINE Official Account Manager shows it, e.g. @123abcde',
  },
  STORE: {
    schema: z.string().regex(/^(sqlite:.+|firestore:[a-z][a-z0-9-]{4,28}[a-z0-9])$/),
    fix: 'set STORE to sqlite:PATH (e.g. sqlite:data/prongsai.db) or firestore:PROJECT_ID (6-30 characters a-z 0-9 -)',
  },
  FIRESTORE_EMULATOR_HOST: {
    schema: z.string().regex(/^[a-z0-9.[\]:-]+:\d{1,5}$/i),
    fix: 'set FIRESTORE_EMULATOR_HOST to host:port, e.g. 127.0.0.1:8085, or leave it out',
  },
  ORG_ID: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
    fix: 'set ORG_ID to a short name of the agency from a-z, 0-9 and -, e.g. bang-khrok',
  },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS),
    fix: `set LOG_LEVEL to one of ${LOG_LEVELS.join(', ')}`,
  },
  TASKS_TOKEN: {
    schema: z.string().regex(PRINTABLE).min(24),
    fix: 'set TASKS_TOKEN to at least 24 random letters and digits (openssl rand -base64 32), or leave it out',
  },
} as const satisfies Record<Key, { schema: z.ZodType<unknown, string>; fix: string }>;

type Values = { readonly [K in Key]?: z.output<(typeof SHAPES)[K]['schema']> };

/**
 * The typed configuration. An empty variable counts as left out. Throws one ConfigError that names every problem; the
 * caller exits with EXIT_CONFIG.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const key of ENVIRONMENT_KEYS) {
    const raw = env[key]?.trim();
    if (!raw) continue;
    const parsed = SHAPES[key].schema.safeParse(raw);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(`${key} is not usable: ${SHAPES[key].fix}`);
  }
  const missing = missingHalf(env);
  if (missing) problems.push(`${missing.given} is set but ${missing.missing} is not: ${SHAPES[missing.missing].fix}`);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(values);
}

/** A channel needs both its secret and its token; with one alone nothing would work and nobody would see why. */
function missingHalf(env: Readonly<Record<string, string | undefined>>): { given: Key; missing: Key } | undefined {
  const secret = Boolean(env['LINE_CHANNEL_SECRET']?.trim());
  const token = Boolean(env['LINE_CHANNEL_ACCESS_TOKEN']?.trim());
  if (secret === token) return undefined;
  return secret
    ? { given: 'LINE_CHANNEL_SECRET', missing: 'LINE_CHANNEL_ACCESS_TOKEN' }
    : { given: 'LINE_CHANNEL_ACCESS_TOKEN', missing: 'LINE_CHANNEL_SECRET' };
}

function toConfig(values: Values): Config {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = values;
  return {
    port: values.PORT ?? 8080,
    publicUrl: values.PUBLIC_URL,
    // On Cloud Run, reached directly, the last entry is Google's own: its sample believes one (GoogleCloudPlatform/
    // nodejs-docs-samples#3586), and services that tried forged entries on run.app found them before it. Google's
    // documentation does not promise it. Believing none, all people would be one sender to the limits.
    trustedProxies: values.TRUSTED_PROXIES ?? (values.K_SERVICE === undefined ? 0 : 1),
    channel:
      channelSecret && channelAccessToken ? { channelSecret, channelAccessToken, ...lineOrigins(values) } : undefined,
    lineBasicId: values.LINE_BASIC_ID,
    store: toStoreConfig(values.STORE ?? 'sqlite:data/prongsai.db', values.FIRESTORE_EMULATOR_HOST),
    orgId: values.ORG_ID ?? 'agency',
    tasksToken: values.TASKS_TOKEN,
    logLevel: values.LOG_LEVEL,
  };
}

/** LINE has files on an origin of their own; whatever stands in for LINE has them where the rest is. */
function lineOrigins(values: Values): Pick<LineChannel, 'apiBaseUrl' | 'dataApiBaseUrl'> {
  const { LINE_API_BASE_URL: api, LINE_DATA_API_BASE_URL: data } = values;
  return { apiBaseUrl: api ?? 'https://api.line.me', dataApiBaseUrl: data ?? api ?? 'https://api-data.line.me' };
}

function toStoreConfig(value: string, emulatorHost: string | undefined): StoreConfig {
  const [kind, rest] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  return kind === 'firestore' ? { kind, projectId: rest, emulatorHost } : { kind: 'sqlite', path: rest };
}
