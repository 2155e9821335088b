import { divisionName } from '../../agency/division.ts';
import type { AgencyProfile } from '../../agency/profile.ts';
import { thaiDate } from '../../thai-date.ts';
import type { Progress } from '../../measures/progress.ts';
import { ROLE_WORDS } from '../../people/role-words.ts';
import { staff } from '../../store/collections.ts';
import type { AgencyStore } from '../../store/port.ts';

/** What somebody did, as staff read it. */
export function whatWords({ kind, text, percent, after }: Progress, agency: AgencyProfile | undefined): string {
  switch (kind) {
    case 'add':
      return 'เพิ่มมาตรการ';
    case 'carry':
      return 'ยกไปดำเนินการต่อในปีงบประมาณถัดไป';
    case 'start':
      return 'เริ่มดำเนินการ';
    case 'done':
      return 'ทำเสร็จแล้ว';
    case 'stop':
      return `ยุติ: ${text ?? ''}`;
    case 'reopen':
      return 'เปิดดำเนินการต่อ';
    case 'percent':
      return `คืบหน้า ${percent ?? 0}%`;
    case 'note':
      return text === null ? 'แนบลิงก์หลักฐาน' : `บันทึก: ${text}`;
    case 'picture':
      return 'ส่งรูป';
    case 'assign':
      return after.division == null ? 'ไม่ระบุผู้รับผิดชอบ' : `มอบหมายให้${divisionName(agency, after.division)}`;
    case 'due':
      return after.dueDate == null
        ? 'กำหนดเสร็จสิ้นปีงบประมาณ'
        : `กำหนดเสร็จ ${thaiDate(`${after.dueDate}T00:00:00+07:00`)}`;
    case 'undo':
      return 'ยกเลิกรายการก่อนหน้า';
  }
}

/** Who did it, by what colleagues call them: name as far as it is known, and division. */
export function whoWords(
  by: Progress['by'],
  names: ReadonlyMap<string, string>,
  agency: AgencyProfile | undefined,
): string {
  if (by === 'command') return 'คำสั่งของผู้ดูแลระบบ';
  const name = names.get(by.handle) ?? ROLE_WORDS[by.role];
  return by.division === null ? name : `${name} (${divisionName(agency, by.division)})`;
}

/** Names of those who did these things, by handle; who has none, or is not known any more, is left out. One query for each person. */
export async function namesOf(store: AgencyStore, entries: readonly Progress[]): Promise<ReadonlyMap<string, string>> {
  const handles = new Set(entries.flatMap(({ by }) => (by === 'command' ? [] : [by.handle])));
  const found = await Promise.all(
    [...handles].map(async (handle) => (await store.query(staff, { equal: { handle }, limit: 1 })).docs[0]?.data),
  );
  return new Map(found.flatMap((member) => (member?.name == null ? [] : [[member.handle, member.name] as const])));
}
