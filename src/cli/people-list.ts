import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { readStaff } from '../people/find-staff.ts';
import { showHandle } from '../people/handle.ts';
import { ROLE_WORDS } from '../people/role-words.ts';
import { ROLES } from '../people/role.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { thaiDay } from './thai-day.ts';

/** `prongsai people list`: who has which role, admins first. Throws StoreError. */
export async function peopleList({ store, print }: CommandContext): Promise<ExitCode> {
  const agency = await readProfile(store);
  const all = (await readStaff(store)).map(({ data }) => data).filter(({ role }) => role !== 'citizen');
  if (all.length === 0) print('ยังไม่มีเจ้าหน้าที่ เชิญคนแรกด้วยคำสั่ง: npm run prongsai -- people invite --role admin');
  for (const { handle, name, role, division, joinedAt } of all.sort(
    (a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role),
  )) {
    print(
      `${showHandle(handle)}  ${name ?? '(ไม่มีชื่อ)'}\n    ${ROLE_WORDS[role]} | ${divisionName(agency, division)} | ตั้งแต่ ${thaiDay(joinedAt)}`,
    );
  }
  return EXIT.ok;
}
