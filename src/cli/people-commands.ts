import type { Command } from 'commander';
import type { AuditListOptions } from './audit-list.ts';
import type { ForAgency } from './for-agency.ts';
import type { PeopleRoleOptions } from './people-role.ts';

/** `prongsai people …` and `prongsai audit …`; returns the former, for more under it. */
export function addPeopleCommands(program: Command, forAgency: ForAgency): Command {
  const people = program.command('people').description('เจ้าหน้าที่และสิทธิ์ / staff and roles');
  people
    .command('list')
    .description('ดูเจ้าหน้าที่ทั้งหมด / who has which role')
    .action(forAgency(async (context) => (await import('./people-list.ts')).peopleList(context)));
  people
    .command('role <handle> <role>')
    .description('เปลี่ยนบทบาท: staff, manager หรือ admin / change a role')
    .option('--division <id>', 'เปลี่ยนสังกัดด้วย / and the division')
    .option('--whole', 'ทั้งหน่วยงาน ไม่สังกัดใด / of the whole agency')
    .action(
      forAgency(async (context, handle: string, role: string, options: PeopleRoleOptions) =>
        (await import('./people-role.ts')).peopleRole(context, handle, role, options),
      ),
    );
  people
    .command('withdraw <handle>')
    .description('ถอนสิทธิ์ มีผลทันที / take the role away, at once')
    .action(
      forAgency(async (context, handle: string) => (await import('./people-role.ts')).peopleWithdraw(context, handle)),
    );
  people
    .command('invitations')
    .description('ดูรหัสเชิญที่ใช้ได้ / invitations that can be used')
    .action(forAgency(async (context) => (await import('./people-invitations.ts')).peopleInvitations(context)));
  people
    .command('cancel <code>')
    .description('ยกเลิกรหัสเชิญ / take nobody in by it any more')
    .action(
      forAgency(async (context, code: string) => (await import('./people-invitations.ts')).peopleCancel(context, code)),
    );
  program
    .command('audit')
    .description('บันทึกการแก้ไขของเจ้าหน้าที่ / what staff changed')
    .command('list')
    .description('อ่านบันทึก ล่าสุดก่อน / read it, newest first')
    .option('--subject <id>', 'เฉพาะเรื่อง เช่น รหัสประจำตัว หรือมาตรการ 2566-1 / about one thing')
    .option('--by <handle>', 'เฉพาะคน หรือ command / by one person, or by commands')
    .option('--limit <count>', 'จำนวนสูงสุด / at most so many, default: 20')
    .option('--after <cursor>', 'อ่านต่อจากครั้งก่อน / go on from there')
    .action(
      forAgency(async (context, options: AuditListOptions) =>
        (await import('./audit-list.ts')).auditList(context, options),
      ),
    );
  return people;
}
