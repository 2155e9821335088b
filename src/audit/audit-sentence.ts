import { ROLE_WORDS } from '../people/role-words.ts';
import { thaiMoment } from '../thai-date.ts';
import type { AuditEntry } from './audit-entry.ts';
import { ACTION_WORDS, fieldWord, valueWord } from './audit-words.ts';

/** An entry in plain Thai, in the two halves of one sentence. */
export interface AuditSentence {
  /** `เมื่อ 22 พ.ย. 2569 10:05 น. โดย ช่อฟ้า (ผู้ดูแลระบบ)` */
  readonly when: string;
  /** `เปลี่ยนสิทธิ์ของ แก้ว บทบาทจาก “เจ้าหน้าที่” เป็น “ผู้บริหาร”` */
  readonly what: string;
}

/** What things are called at the time of reading. */
export interface AuditNames {
  /** A staff member, by handle; undefined if there is no record or no name. */
  readonly nameOf: (handle: string) => string | undefined;
  /** A division by id; what is none stays as it is. */
  readonly divisionName: (id: string) => string;
}

export function auditSentence(entry: AuditEntry, { nameOf, divisionName }: AuditNames): AuditSentence {
  const called = (handle: string): string => nameOf(handle) ?? `รหัส ${handle}`;
  const { by, action, subject } = entry;
  const who = by === 'command' ? 'ผู้ดูแลเครื่องแม่ข่าย (คำสั่ง)' : `${called(by.handle)} (${ROLE_WORDS[by.role]})`;
  const { says, about } = ACTION_WORDS[action];
  const done = says.replace('$', () => (about === 'person' ? called(subject) : inGroups(subject)));
  return {
    when: `เมื่อ ${thaiMoment(new Date(entry.atMs))} โดย ${who}`,
    what: [done, ...changes(entry, divisionName)].join(' '),
  };
}

/** Codes as people read them, four letters at a time. */
function inGroups(subject: string): string {
  return /^[0-9A-Z]{8,}$/.test(subject) ? subject.replaceAll(/(.{4})(?=.)/g, '$1-') : subject;
}

function changes({ before, after }: AuditEntry, divisionName: AuditNames['divisionName']): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const word = fieldWord(field);
    const [was, is] = [before[field], after[field]];
    const shown = (value: NonNullable<typeof is> | null): string => valueWord(field, value, divisionName);
    if (is === undefined) return was === undefined || was === null ? [] : [`${word}เดิม “${shown(was)}”`];
    if (was === undefined) return is === null ? [] : [`${word} “${shown(is)}”`];
    return was === is ? [] : [`${word}จาก “${shown(was)}” เป็น “${shown(is)}”`];
  });
}
