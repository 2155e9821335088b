import type { AgencyProfile } from '../agency/profile.ts';
import type { AUDIENCES, QrCode } from '../feedback/qr-code.ts';

/** What a poster says: everything that differs between two posters. */
export interface PosterData {
  /** Full official name of the agency, shown large. */
  readonly agencyName: string;
  /** Short form, used in sentences. */
  readonly agencyShortName: string;
  /** Name of the service point, and where in the building it is. */
  readonly point: string;
  readonly place: string | null;
  /** The round (Buddhist era). */
  readonly fiscalYear: number;
  /** Decides the question: visitors are asked about the service, staff about the work inside. */
  readonly audience: (typeof AUDIENCES)[number];
  /** The code as stored: 11 letters without separators. */
  readonly code: string;
  /** Where people reach the server: an origin without a slash at the end. */
  readonly publicUrl: string;
  /** Last moment at which an answer is taken (ISO 8601); null: no bound. */
  readonly endsAt: string | null;
}

/** The poster of a code. `publicUrl` is the configured address, an origin without a slash at the end. */
export function posterData(
  code: string,
  qr: QrCode,
  agency: Pick<AgencyProfile, 'name' | 'shortName'>,
  publicUrl: string,
): PosterData {
  const { point, place, fiscalYear, audience, endsAt } = qr;
  return {
    agencyName: agency.name,
    agencyShortName: agency.shortName,
    point,
    place,
    fiscalYear,
    audience,
    code,
    publicUrl,
    endsAt,
  };
}
