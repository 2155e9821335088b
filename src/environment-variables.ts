import { z } from 'zod';

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
export type EnvironmentKey = (typeof ENVIRONMENT_KEYS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

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
export const ENVIRONMENT_SHAPES = {
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
} as const satisfies Record<EnvironmentKey, { schema: z.ZodType<unknown, string>; fix: string }>;

/** What is set, checked and read. */
export type EnvironmentValues = { readonly [K in EnvironmentKey]?: z.output<(typeof ENVIRONMENT_SHAPES)[K]['schema']> };
