import { readFile } from 'node:fs/promises';
import { AgencyProfileSchema } from './agency/profile.ts';
import { readProfile, saveProfile } from './agency/profile-record.ts';
import { importDraft } from './assessment/assessment-records.ts';
import { readResultFile } from './assessment/import/read-result-file.ts';
import { resolveResult } from './assessment/import/resolve-result.ts';
import type { Clock } from './clock.ts';
import { readJson } from './json-file/read-json.ts';
import { publishYear } from './measures/publish-result.ts';
import { assessments } from './store/collections.ts';
import type { AgencyStore } from './store/port.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);

/**
 * Loads a real agency's published result into an empty store, through the same steps an officer takes. Returns false and
 * changes nothing if the store already holds a result or a profile.
 */
export async function loadExample(store: AgencyStore, clock: Clock): Promise<boolean> {
  const results = await store.query(assessments, { limit: 1 });
  if (results.docs.length > 0 || (await readProfile(store)) !== undefined) return false;
  const profile = readJson(await readExample('bang-khrok-agency.json'), AgencyProfileSchema);
  const file = readResultFile(await readExample('bang-khrok-2565.json'));
  await saveProfile(store, profile);
  await importDraft(store, resolveResult(file, { agencyName: profile.name }), clock);
  await publishYear(store, file.fiscalYear, clock);
  return true;
}

function readExample(name: string): Promise<string> {
  return readFile(new URL(name, EXAMPLES), 'utf8');
}
