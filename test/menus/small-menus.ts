import { plainPng } from '../../src/emulator/world/plain-png.ts';
import type { Menu } from '../../src/menus/load-menus.ts';
import { menuTitle } from '../../src/menus/menu-names.ts';
import type { Role } from '../../src/people/role.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';

/** A menu of one area. Another `edition` is another menu of the same name. */
function smallMenu(name: string, role: Role, edition: number): Menu {
  const action = { type: 'message', label: 'งาน', text: `งาน ${edition}` } as const;
  return {
    name,
    for: role,
    svg: '',
    object: {
      name: menuTitle(name, `${edition}`),
      size: { width: 800, height: 500 },
      selected: true,
      chatBarText: 'เมนู',
      areas: [{ bounds: { x: 0, y: 0, width: 800, height: 500 }, action }],
    },
  };
}

/** A set of menus as small as it can be, and one more called `extra`. */
export function smallMenus(edition: number, ...extra: readonly string[]): readonly Menu[] {
  return [
    smallMenu('citizen', 'citizen', edition),
    smallMenu('staff', 'staff', edition),
    smallMenu('manager', 'manager', edition),
    ...extra.map((name) => smallMenu(name, 'citizen', edition)),
  ];
}

export const title = (name: string, edition: number): string => menuTitle(name, `${edition}`);

const PICTURE = plainPng(800, 500, [11, 107, 94]);
export const smallPicture = async (): Promise<Buffer> => PICTURE;

/** LINE user ids of nobody. */
export const person = (no: number): string => `U${String(no).padStart(32, '0')}`;

export function member(role: Role, no: number, menu: string | null = null): StaffMember {
  return {
    role,
    division: null,
    handle: String(no).padStart(8, '0'),
    name: null,
    joinedAt: '2026-11-01T00:00:00.000Z',
    menu,
  };
}
