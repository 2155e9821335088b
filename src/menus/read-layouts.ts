import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadFile, WHOLE_FILE, type FileProblem } from '../json-file/bad-file.ts';
import { readJson } from '../json-file/read-json.ts';
import { ROLES } from '../people/role.ts';
import { collect } from './file-problems.ts';
import { MENU_NAME, MenuLayoutSchema, type MenuLayout } from './menu-layout.ts';

/** More files than anybody needs, and few enough for LINE's 100 new menus an hour. */
const MOST_MENUS = 20;

/** By name. */
export type Layouts = ReadonlyMap<string, MenuLayout>;

/** Every layout of a folder. Throws BadFile with all problems of all files. */
export function readLayouts(folder: string): Layouts {
  const problems: FileProblem[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const names = files.map((file) => file.slice(0, -'.json'.length)).toSorted();
  const layouts = new Map<string, MenuLayout>();
  for (const name of names) {
    const read = (): MenuLayout => readJson(readFileSync(join(folder, `${name}.json`), 'utf8'), MenuLayoutSchema);
    const layout = collect(problems, read, `${name}.json`);
    if (layout) layouts.set(name, layout);
    if (!MENU_NAME.test(name)) {
      const fix = 'ใช้ a-z 0-9 และ - ขึ้นต้นด้วยตัวอักษร ไม่เกิน 23 ตัว';
      problems.push({ path: `${name}.json`, problem: 'ชื่อไฟล์ใช้ไม่ได้', fix });
    }
  }
  for (const role of ROLES) {
    if (!names.includes(role))
      problems.push({ path: `${role}.json`, problem: 'ไม่มีไฟล์นี้', fix: `เพิ่มเมนูของ ${role} ในโฟลเดอร์ rich-menus` });
    else if (layouts.has(role) && layouts.get(role)?.for !== role)
      problems.push({ path: `${role}.json: for`, problem: 'ไม่ตรงกับชื่อไฟล์', fix: `แก้เป็น "${role}"` });
  }
  if (names.length > MOST_MENUS) {
    const problem = `มีเมนู ${names.length} ไฟล์`;
    problems.push({ path: WHOLE_FILE, problem, fix: `ให้เหลือไม่เกิน ${MOST_MENUS} ไฟล์` });
  }
  if (problems.length > 0) throw new BadFile(problems);
  return layouts;
}
