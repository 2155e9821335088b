import type { Settings } from '@google-cloud/firestore';

/** Every call that may be ended by time; `Listen`, which stays open for days, is left out. */
const TIMED_METHODS = [
  'BatchGetDocuments',
  'Commit',
  'Rollback',
  'RunQuery',
  'RunAggregationQuery',
  'BeginTransaction',
];

/**
 * Settings of the client library.
 * - Calls end by themselves after `deadlineMs`, so that those nobody waits for any more do not pile up.
 * - The library's own retries are off for these calls: it would also repeat a commit whose outcome is unknown, and a
 *   repeated create then reports `already exists` about itself, a repeated increment counts twice.
 * - With the emulator: no TLS, and no search for Google credentials. That search asks a metadata server which does
 *   not exist outside Google Cloud, and takes seconds; a given universe domain is what makes it unnecessary.
 */
export function clientSettings(projectId: string, emulatorHost: string | undefined, deadlineMs: number): Settings {
  const method = { timeout_millis: deadlineMs, retry_codes_name: 'never', retry_params_name: 'unused' };
  const unused = {
    initial_retry_delay_millis: 100,
    retry_delay_multiplier: 1.3,
    max_retry_delay_millis: deadlineMs,
    initial_rpc_timeout_millis: deadlineMs,
    rpc_timeout_multiplier: 1,
    max_rpc_timeout_millis: deadlineMs,
    total_timeout_millis: deadlineMs,
  };
  const service = {
    retry_codes: { never: [] },
    retry_params: { unused },
    methods: Object.fromEntries(TIMED_METHODS.map((name) => [name, method])),
  };
  const settings: Settings = {
    projectId,
    clientConfig: { interfaces: { 'google.firestore.v1.Firestore': service } },
  };
  if (emulatorHost === undefined) return settings;
  return { ...settings, host: emulatorHost, ssl: false, clientOptions: { universe_domain: 'googleapis.com' } };
}
