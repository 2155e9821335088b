import { agencies } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AgencyProfile } from './profile.ts';

/** The id of the one document in the collection `agency`. */
export const PROFILE_ID = 'profile';

/** The agency's profile; undefined until one has been saved. */
export function readProfile(store: AgencyStore): Promise<AgencyProfile | undefined> {
  return store.get(agencies, PROFILE_ID);
}

/** Replaces the agency's profile. */
export function saveProfile(store: AgencyStore, profile: AgencyProfile): Promise<void> {
  return store.set(agencies, PROFILE_ID, profile);
}
