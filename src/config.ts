import { existsSync } from 'node:fs';
import {
  ENVIRONMENT_KEYS,
  ENVIRONMENT_SHAPES,
  type EnvironmentKey,
  type EnvironmentValues,
  type LogLevel,
} from './environment-variables.ts';
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
  readonly logLevel: LogLevel | undefined;
}

/** The environment, with what the file `.env` of the working folder adds; what is set already wins. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

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
    const parsed = ENVIRONMENT_SHAPES[key].schema.safeParse(raw);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(`${key} is not usable: ${ENVIRONMENT_SHAPES[key].fix}`);
  }
  const missing = missingHalf(env);
  if (missing)
    problems.push(`${missing.given} is set but ${missing.missing} is not: ${ENVIRONMENT_SHAPES[missing.missing].fix}`);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(values);
}

/** A channel needs both its secret and its token; with one alone nothing would work and nobody would see why. */
function missingHalf(
  env: Readonly<Record<string, string | undefined>>,
): { given: EnvironmentKey; missing: EnvironmentKey } | undefined {
  const secret = Boolean(env['LINE_CHANNEL_SECRET']?.trim());
  const token = Boolean(env['LINE_CHANNEL_ACCESS_TOKEN']?.trim());
  if (secret === token) return undefined;
  return secret
    ? { given: 'LINE_CHANNEL_SECRET', missing: 'LINE_CHANNEL_ACCESS_TOKEN' }
    : { given: 'LINE_CHANNEL_ACCESS_TOKEN', missing: 'LINE_CHANNEL_SECRET' };
}

function toConfig(values: EnvironmentValues): Config {
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
function lineOrigins(values: EnvironmentValues): Pick<LineChannel, 'apiBaseUrl' | 'dataApiBaseUrl'> {
  const { LINE_API_BASE_URL: api, LINE_DATA_API_BASE_URL: data } = values;
  return { apiBaseUrl: api ?? 'https://api.line.me', dataApiBaseUrl: data ?? api ?? 'https://api-data.line.me' };
}

function toStoreConfig(value: string, emulatorHost: string | undefined): StoreConfig {
  const [kind, rest] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
  return kind === 'firestore' ? { kind, projectId: rest, emulatorHost } : { kind: 'sqlite', path: rest };
}
