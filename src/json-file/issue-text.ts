import type { z } from 'zod';
import type { FileProblem } from './bad-file.ts';
import { WHOLE_FILE } from './bad-file.ts';

type Issue = z.core.$ZodIssue;
type Words = Pick<FileProblem, 'problem' | 'fix'>;

const TYPES: Readonly<Record<string, string>> = {
  string: 'ข้อความ',
  number: 'ตัวเลข',
  int: 'จำนวนเต็ม',
  boolean: 'true หรือ false',
  array: 'รายการ [ ]',
  object: 'กลุ่มข้อมูล { }',
  null: 'null',
};
const typeName = (type: string): string => `${TYPES[type] ?? type} (${type})`;

function found(value: unknown): string {
  if (value === undefined) return 'ไม่มีค่านี้';
  if (value === null) return 'พบ null';
  if (Array.isArray(value)) return 'พบรายการ [ ]';
  if (typeof value === 'object') return 'พบกลุ่มข้อมูล { }';
  return `พบ ${typeof value === 'string' ? `"${value.slice(0, 40)}"` : JSON.stringify(value)}`;
}

function bound(issue: Issue & { code: 'too_small' | 'too_big' }, value: unknown): Words {
  const limit = issue.code === 'too_small' ? `อย่างน้อย ${issue.minimum}` : `ไม่เกิน ${issue.maximum}`;
  if (issue.origin === 'string') {
    return { problem: `ข้อความยาวไม่พอดี (${issue.code})`, fix: `ใส่ข้อความ${limit} ตัวอักษร` };
  }
  if (issue.origin === 'array') {
    return { problem: `จำนวนรายการไม่พอดี (${issue.code})`, fix: `ใส่${limit} รายการ` };
  }
  return { problem: `ค่าอยู่นอกช่วง ${found(value)} (${issue.code})`, fix: `ใส่ค่า${limit}` };
}

function wordsOf(issue: Issue, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      return {
        problem: `ต้องเป็น${typeName(issue.expected)} แต่${found(value)}`,
        fix: value === undefined ? 'เพิ่มค่านี้ในไฟล์' : `แก้เป็น${typeName(issue.expected)}`,
      };
    case 'too_small':
    case 'too_big':
      return bound(issue, value);
    case 'unrecognized_keys':
      return {
        problem: `มีชื่อที่ไม่รู้จัก: ${issue.keys.slice(0, 10).join(', ')} (unrecognized key)`,
        fix: 'ตรวจตัวสะกด หรือลบออก',
      };
    case 'invalid_value':
      return {
        problem: `ค่าที่ใส่ใช้ไม่ได้ ${found(value)} (invalid value)`,
        fix: `ใส่ค่าใดค่าหนึ่งต่อไปนี้: ${issue.values.map(String).join(', ')}`,
      };
    case 'invalid_format':
      return {
        problem: `รูปแบบไม่ถูกต้อง ${found(value)} (${issue.format})`,
        fix: issue.format === 'url' ? 'ใส่ที่อยู่เว็บเต็มรูปแบบ หรือ null ถ้าไม่มี' : `ใส่ตามรูปแบบ ${issue.format}`,
      };
    default:
      return { problem: issue.message, fix: 'ดูตัวอย่างในโฟลเดอร์ examples' };
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '') || WHOLE_FILE;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}

/** A schema violation in words. Custom checks give their own through `params: { problem, fix }`. */
export function problemOf(issue: Issue, data: unknown): FileProblem {
  const path = pathText(issue.path);
  if (issue.code === 'custom' && typeof issue.params?.fix === 'string') {
    return { path, problem: issue.message, fix: issue.params.fix };
  }
  return { path, ...wordsOf(issue, valueAt(data, issue.path)) };
}
