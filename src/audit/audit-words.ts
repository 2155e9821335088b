import { STATUS_WORDS } from '../measures/status-words.ts';
import { REACH_WORDS } from '../people/reach-words.ts';
import { thaiDate } from '../thai-date.ts';
import type { AuditAction, AuditEntry } from './audit-entry.ts';

/** What each action is called, with what it was done to. `person`: a staff member, by handle. `$` stands for the subject. */
export const ACTION_WORDS: { readonly [A in AuditAction]: { readonly says: string; readonly about?: 'person' } } = {
  'people.invite': { says: 'สร้างรหัสเชิญหมายเลข $' },
  'people.join': { says: 'เข้าร่วมด้วยรหัสเชิญ' },
  'people.role': { says: 'เปลี่ยนสิทธิ์ของ $', about: 'person' },
  'people.withdraw': { says: 'ถอนสิทธิ์ของ $', about: 'person' },
  'people.cancel-invitation': { says: 'ยกเลิกรหัสเชิญหมายเลข $' },
  'measure.add': { says: 'เพิ่มมาตรการ $' },
  'measure.status': { says: 'เปลี่ยนสถานะมาตรการ $' },
  'measure.note': { says: 'บันทึกความคืบหน้ามาตรการ $' },
  'measure.assign': { says: 'มอบหมายมาตรการ $' },
  'measure.due': { says: 'เปลี่ยนกำหนดเสร็จของมาตรการ $' },
  'measure.undo': { says: 'ย้อนการแก้ไขมาตรการ $' },
  'measure.carry': { says: 'ยกมาตรการไปปีถัดไปเป็น $' },
  'feedback.answer': { says: 'ตอบความเห็น $' },
  'feedback.hide': { says: 'ซ่อนความเห็น $' },
  'feedback.show': { says: 'เลิกซ่อนความเห็น $' },
  'feedback.hand': { says: 'ส่งต่อความเห็น $' },
  'qr.create': { says: 'สร้างรหัสจุดบริการ $' },
  'qr.rename': { says: 'เปลี่ยนชื่อจุดบริการ $' },
  'qr.stop': { says: 'หยุดรหัสจุดบริการ $' },
  'qr.open': { says: 'เปิดรับทางรหัสจุดบริการ $ อีกครั้ง' },
  'push.announce': { says: 'สั่งประกาศผลปี $' },
  'push.missed': { says: 'สั่งส่งที่ค้างไว้: $' },
  'push.urgent': { says: 'สั่งส่งข่าวด่วน' },
};

/** What values are called; a name that is not here is shown as it is. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  role: 'บทบาท',
  division: 'สังกัด',
  invitation: 'รหัสเชิญหมายเลข',
  uses: 'จำนวนคน',
  usesLeft: 'ใช้ได้อีก (คน)',
  days: 'อายุ (วัน)',
  title: 'ชื่อ',
  name: 'ชื่อ',
  status: 'สถานะ',
  state: 'สถานะ',
  percent: 'ร้อยละ',
  note: 'บันทึก',
  link: 'ลิงก์',
  picture: 'รูป',
  reason: 'เหตุผล',
  stoppedBecause: 'เหตุผลที่ยุติ',
  text: 'ข้อความ',
  carriedTo: 'ยกไปเป็น',
  dueDate: 'กำหนดเสร็จ',
  owner: 'ผู้รับผิดชอบ',
  point: 'จุดบริการ',
  place: 'ที่ตั้ง',
  reply: 'คำตอบ',
  answered: 'มีคำตอบ',
  letters: 'ความยาวคำตอบ (ตัวอักษร)',
  hidden: 'ซ่อน',
  active: 'เปิดรับ',
  audience: 'ถาม',
  fiscalYear: 'ปีงบประมาณ',
  reach: 'ส่งถึง',
  people: 'จำนวนผู้รับ',
  reserve: 'ใช้ข้อความที่กันไว้',
  length: 'ความยาว (ตัวอักษร)',
};

export function fieldWord(field: string): string {
  return Object.hasOwn(FIELD_WORDS, field) ? (FIELD_WORDS[field] ?? field) : field;
}

/** A value in words: what was kept as a code or a date too. `divisionName`: what a division is called now. */
export function valueWord(
  field: string,
  value: AuditEntry['after'][string],
  divisionName: (id: string) => string,
): string {
  if (value === null || value === '') return 'ไม่มี';
  if (typeof value === 'boolean') return value ? 'ใช่' : 'ไม่';
  const text = String(value).replaceAll(/\s+/g, ' ');
  if (field === 'division') return divisionName(text);
  if (field === 'picture') return 'มี';
  if (field === 'reach' && Object.hasOwn(REACH_WORDS, text)) return REACH_WORDS[text as keyof typeof REACH_WORDS];
  if (field === 'status' && Object.hasOwn(STATUS_WORDS, text)) return STATUS_WORDS[text as keyof typeof STATUS_WORDS];
  return /^\d{4}-\d\d-\d\d$/.test(text) ? thaiDate(`${text}T05:00:00Z`) : text;
}
