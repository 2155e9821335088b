import type { AgencyProfile } from '../../agency/profile.ts';

/** Where the agency is: its address, or as much as is known; null if nothing is. */
export function placeOf(agency: AgencyProfile | undefined): string | null {
  if (!agency) return null;
  if (agency.address !== null && agency.address !== '') return agency.address;
  const district = named('อำเภอ', agency.district);
  const province = named('จังหวัด', agency.province);
  return [district, province].filter((part) => part !== null).join(' ') || null;
}

/** Profiles hold `บ้านแหลม` or `อำเภอบ้านแหลม`; Bangkok has neither อำเภอ nor จังหวัด. */
function named(kind: string, name: string | null): string | null {
  if (name === null || name === '') return null;
  return /^(อำเภอ|เขต|จังหวัด|กรุงเทพ)/.test(name) ? name : `${kind}${name}`;
}

/** Whom to ask about personal data, in one line. */
export function contactLine(agency: AgencyProfile | undefined): string {
  if (!agency) return 'หน่วยงานเจ้าของบัญชีนี้';
  if (agency.privacyContact !== null && agency.privacyContact !== '') return agency.privacyContact;
  return [agency.name, agency.phone === null ? '' : `โทร ${agency.phone}`, agency.email ?? '']
    .filter(Boolean)
    .join(' ');
}
