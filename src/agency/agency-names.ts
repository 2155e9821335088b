import type { AgencyProfile } from './profile.ts';

/** What an agency is called on a card. */
export interface AgencyNames {
  /** Short, for titles. */
  readonly agency: string;
  /** In full, for sentences. */
  readonly agencyName: string;
}

/**
 * What the agency calls itself; as long as no profile has been loaded, what its newest published result calls it.
 * @param assessments oldest first.
 */
export function agencyNames({
  agency,
  assessments,
}: {
  readonly agency: Pick<AgencyProfile, 'name' | 'shortName'> | undefined;
  readonly assessments: readonly { readonly agencyName: string }[];
}): AgencyNames {
  const name = agency?.name ?? assessments.at(-1)?.agencyName ?? 'หน่วยงาน';
  return { agency: agency?.shortName ?? name, agencyName: name };
}
