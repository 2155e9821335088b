import { readProfile } from '../agency/profile-record.ts';
import { changeStaff, type StaffChange } from '../people/change-staff.ts';
import { findStaff } from '../people/find-staff.ts';
import { showHandle } from '../people/handle.ts';
import { readAdmins } from '../people/last-admin.ts';
import { ROLE_WORDS } from '../people/role-words.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandChange } from './command-change.ts';
import { UsageError } from './fiscal-year-argument.ts';
import { handleArgument } from './handle-argument.ts';
import { divisionArgument, roleArgument } from './people-arguments.ts';

/** Everything as typed. */
export interface PeopleRoleOptions {
  readonly division?: string;
  readonly whole?: boolean;
}

/** `prongsai people role HANDLE ROLE`: changes role, and division if one is given. Throws UsageError, StoreError. */
export async function peopleRole(
  context: CommandContext,
  handle: string,
  role: string,
  { division, whole }: PeopleRoleOptions,
): Promise<ExitCode> {
  if (division !== undefined && whole === true) throw new UsageError('ใส่ได้อย่างเดียว: --division หรือ --whole');
  const named = division === undefined ? undefined : divisionArgument(division, await readProfile(context.store));
  const to = whole === true ? { division: null } : named === undefined ? {} : { division: named };
  return changeByCommand(context, handleArgument(handle), { role: roleArgument(role), ...to });
}

/** `prongsai people withdraw HANDLE`: takes the role away. Throws UsageError, StoreError. */
export async function peopleWithdraw(context: CommandContext, handle: string): Promise<ExitCode> {
  return changeByCommand(context, handleArgument(handle), 'withdrawn');
}

async function changeByCommand(context: CommandContext, handle: string, to: StaffChange): Promise<ExitCode> {
  const { store, print } = context;
  const found = await findStaff(store, handle);
  const admins = await readAdmins(store);
  const change = await commandChange(context);
  const changed = found
    ? await store.transaction((tx) => changeStaff(tx, found.id, to, 'command', admins, change))
    : ({ kind: 'unknown' } as const);
  const who = found?.data.name ?? showHandle(handle);
  switch (changed.kind) {
    case 'unknown':
      print(`ไม่มีเจ้าหน้าที่รหัส ${showHandle(handle)} ดูได้ด้วยคำสั่ง: npm run prongsai -- people list`);
      return EXIT.failed;
    case 'last-admin':
      print(`${who} เป็นผู้ดูแลระบบคนสุดท้าย จึงยังเปลี่ยนไม่ได้ ให้ผู้อื่นเป็นผู้ดูแลระบบก่อน`);
      return EXIT.failed;
    case 'same':
      print(`${who} เป็นอย่างนี้อยู่แล้ว ไม่ได้เปลี่ยนแปลงอะไร`);
      return EXIT.ok;
    case 'changed': {
      const { role, division } = changed.member;
      print(
        to === 'withdrawn'
          ? `ถอนสิทธิ์ของ ${who} แล้ว มีผลทันที`
          : `${who} เป็น${ROLE_WORDS[role]} สังกัด ${change.divisionName(division)} แล้ว มีผลทันที`,
      );
      return EXIT.ok;
    }
  }
}
