import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditEntry } from '../../src/audit/audit-entry.ts';
import { auditSentence } from '../../src/audit/audit-sentence.ts';
import { NOW } from '../people/at-work.ts';

const NAMES: Readonly<Record<string, string>> = { '7K3M9QXT': 'ช่อฟ้า', '2BD04F6G': 'แก้ว' };
const nameOf = (handle: string): string | undefined => NAMES[handle];
const divisionName = (id: string): string => (id === 'finance' ? 'กองคลัง' : id);
const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  atMs: NOW.getTime(),
  by: { handle: '7K3M9QXT', role: 'admin', division: null },
  action: 'people.role',
  subject: '2BD04F6G',
  before: { role: 'เจ้าหน้าที่' },
  after: { role: 'ผู้บริหาร' },
  ...more,
});
const said = (more: Partial<AuditEntry> = {}): string =>
  Object.values(auditSentence(entry(more), { nameOf, divisionName })).join(' ');

describe('an entry of the audit', () => {
  it('is a sentence with when, who, what, from and to', () => {
    expect(said()).toBe(
      'เมื่อ 22 พ.ย. 2569 10:00 น. โดย ช่อฟ้า (ผู้ดูแลระบบ) เปลี่ยนสิทธิ์ของ แก้ว บทบาทจาก “เจ้าหน้าที่” เป็น “ผู้บริหาร”',
    );
  });

  it.each([
    ['nobody whose name is known', { by: { handle: '9QXT7K3M', role: 'staff', division: 'finance' } }, 'รหัส 9QXT7K3M'],
    ['a command', { by: 'command' }, 'ผู้ดูแลเครื่องแม่ข่าย'],
    ['something new', { before: {}, after: { uses: 5 } }, 'จำนวนคน “5”'],
    ['something that is no more', { before: { note: 'ก' }, after: {} }, 'บันทึกเดิม “ก”'],
    ['nothing instead of something', { before: { owner: 'กองคลัง' }, after: { owner: null } }, 'จาก “กองคลัง” เป็น “ไม่มี”'],
    ['a value nobody has named', { before: {}, after: { colour: 'blue' } }, 'colour “blue”'],
    ['a yes', { before: { x: false }, after: { x: true } }, 'จาก “ไม่” เป็น “ใช่”'],
    [
      'a status',
      { before: { status: 'not-started' }, after: { status: 'done' } },
      'สถานะจาก “ยังไม่เริ่ม” เป็น “ดำเนินการแล้ว”',
    ],
    ['a division', { before: { division: null }, after: { division: 'finance' } }, 'สังกัดจาก “ไม่มี” เป็น “กองคลัง”'],
    ['a division as it was called', { before: {}, after: { division: 'กองช่าง' } }, 'สังกัด “กองช่าง”'],
    ['a day', { before: { dueDate: null }, after: { dueDate: '2027-09-30' } }, 'เป็น “30 ก.ย. 2570”'],
    ['a picture', { before: {}, after: { picture: '01J' } }, 'รูป “มี”'],
    ['several lines', { before: {}, after: { note: 'ก\n\nข' } }, '“ก ข”'],
    ['a code', { action: 'qr.stop', subject: '7K3M9QXT2BD', before: {}, after: {} }, 'หยุดรหัสจุดบริการ 7K3M-9QXT-2BD'],
    ['a measure', { action: 'measure.due', subject: '2566-1', before: {}, after: {} }, 'มาตรการ 2566-1'],
  ] as const)('says it also of %s', (_, more, words) => expect(said(more)).toContain(words));

  it('leaves out what is not there', () => {
    expect(said({ action: 'measure.note', before: {}, after: { text: 'ก', link: null } })).not.toContain('ลิงก์');
  });

  it('leaves out what stayed the same', () => {
    expect(said({ before: { division: 'ก', role: 'x' }, after: { division: 'ก', role: 'y' } })).not.toContain('สังกัด');
  });

  it('has words for everything that can be done', () => {
    for (const action of AUDIT_ACTIONS) expect(said({ action })).toMatch(/\) [ก-๙]/);
  });

  it('takes no value for a pattern', () => expect(said({ subject: '$&$1', action: 'measure.add' })).toContain('$&$1'));
});
