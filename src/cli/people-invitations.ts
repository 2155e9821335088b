import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { readCode, showCode } from '../code.ts';
import { cancelInvitation, findInvitation } from '../people/cancel-invitation.ts';
import { readHandle, showHandle } from '../people/handle.ts';
import { openInvitations } from '../people/list-invitations.ts';
import { ROLE_WORDS } from '../people/role-words.ts';
import { thaiMoment } from '../thai-date.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandChange } from './command-change.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** `prongsai people invitations`: those that can be used. Throws StoreError. */
export async function peopleInvitations({ store, clock, print }: CommandContext): Promise<ExitCode> {
  const agency = await readProfile(store);
  const all = await openInvitations(store, clock());
  if (all.length === 0) print('ไม่มีรหัสเชิญที่ใช้ได้ สร้างได้ด้วยคำสั่ง: npm run prongsai -- people invite --role staff');
  for (const { id, data } of all) {
    const { ref, role, division, uses, usesLeft, expiresAt, madeBy } = data;
    const by = madeBy === 'command' ? 'คำสั่ง' : showHandle(madeBy.handle);
    print(
      [
        `${showCode(id)}  หมายเลข ${showHandle(ref)}`,
        `    ${ROLE_WORDS[role]} | ${divisionName(agency, division)} | เหลือ ${usesLeft} จาก ${uses} คน | ถึง ${thaiMoment(expiresAt)} | สร้างโดย ${by}`,
      ].join('\n'),
    );
  }
  return EXIT.ok;
}

/** `prongsai people cancel CODE`: takes nobody in any more by that code or number. Throws UsageError, StoreError. */
export async function peopleCancel(context: CommandContext, typed: string): Promise<ExitCode> {
  const { store, print } = context;
  const ref = readHandle(typed);
  const code = readCode(typed) ?? (ref === undefined ? undefined : ((await findInvitation(store, ref))?.id ?? null));
  if (code === undefined) throw new UsageError('รหัสเชิญต้องมี 11 ตัว หรือหมายเลข 8 ตัว เช่น 7K3M-9QXT-2BD');
  const change = await commandChange(context);
  const invitation =
    code === null ? undefined : await store.transaction((tx) => cancelInvitation(tx, code, 'command', change));
  if (!invitation) {
    print('ไม่มีรหัสเชิญนี้ ดูได้ด้วยคำสั่ง: npm run prongsai -- people invitations');
    return EXIT.failed;
  }
  print(`ยกเลิกรหัสเชิญหมายเลข ${showHandle(invitation.ref)} แล้ว ใครส่งรหัสนี้มาจะเข้าร่วมไม่ได้`);
  return EXIT.ok;
}
