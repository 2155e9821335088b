import type { FileProblem } from '../json-file/bad-file.ts';
import { mayActAs, type Role } from '../people/role.ts';
import type { MenuLayout, Tile } from './menu-layout.ts';
import type { Layouts } from './read-layouts.ts';

/** What the menus' buttons can ask: handed in, because the chat knows. */
export interface MenuTools {
  /** Postback data for a request; undefined if there is no such request or its slots are wrong. */
  readonly postback: (intent: string, slots: Readonly<Record<string, string | number | boolean>>) => string | undefined;
  /** Whether somebody of that role may ask it. */
  readonly mayAsk: (role: Role, intent: string) => boolean;
}

/** Whether whoever sees the menu may see the one that a tap leads to. */
export function checkSwitch(
  to: string | undefined,
  path: string,
  layout: MenuLayout,
  layouts: Layouts,
): readonly FileProblem[] {
  if (to === undefined) return [];
  const target = layouts.get(to);
  const place = `${path}.switchTo`;
  if (!target)
    return [{ path: place, problem: `ไม่มีไฟล์ ${to}.json`, fix: `ใช้ชื่อใดชื่อหนึ่ง: ${[...layouts.keys()].join(', ')}` }];
  if (mayActAs(layout.for, target.for)) return [];
  return [{ path: place, problem: `เมนู ${to} เป็นของ ${target.for} ผู้ที่เห็นเมนูนี้ไม่มีสิทธิ์`, fix: 'เลือกเมนูอื่น' }];
}

/** Whether whoever sees the menu may ask what a tap asks. */
export function checkAsk(tile: Tile, path: string, layout: MenuLayout, tools: MenuTools): readonly FileProblem[] {
  const { ask, slots = {} } = tile;
  if (ask === undefined) return [];
  if (tools.postback(ask, slots) === undefined)
    return [{ path: `${path}.ask`, problem: `ไม่รู้จักคำขอ ${ask} หรือ slots ไม่ถูกต้อง`, fix: 'ดูชื่อใน src/chat/request.ts' }];
  if (tools.mayAsk(layout.for, ask)) return [];
  return [{ path: `${path}.ask`, problem: `${layout.for} ไม่มีสิทธิ์ถาม ${ask}`, fix: 'ย้ายไปไว้ในเมนูของผู้ที่มีสิทธิ์' }];
}
