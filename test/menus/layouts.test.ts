import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/app.ts';
import { NEEDED_ROLE } from '../../src/chat/access.ts';
import { MENU_TOOLS } from '../../src/chat/menu-tools.ts';
import { decodePostback } from '../../src/chat/postback.ts';
import { loadTheme } from '../../src/flex/load-theme.ts';
import { checkRichMenu } from '../../src/line/limits/rich-menu.ts';
import type { RichMenuArea } from '../../src/line/rich-menu.ts';
import { loadMenus, type Menu } from '../../src/menus/load-menus.ts';
import { menuAlias } from '../../src/menus/menu-names.ts';
import { PICTURE } from '../../src/menus/place-tiles.ts';
import { mayActAs, type Role } from '../../src/people/role.ts';
import { temporaryFolder } from '../server-process.ts';
import { understand } from '../../src/chat/understand/understand.ts';

const LAYOUTS = 'rich-menus';
const THEME = loadTheme(TEMPLATES);

/** The role that what a menu writes needs; undefined if the chat would not understand it. */
function neededFor(text: string): Role | undefined {
  const { intent } = understand(text, { today: 2570 }).request;
  return intent === 'not_understood' || intent === 'off_topic' ? undefined : NEEDED_ROLE[intent];
}

let menus: readonly Menu[];
beforeAll(() => {
  menus = loadMenus(LAYOUTS, THEME, MENU_TOOLS);
});
const named = (name: string): Menu => {
  const menu = menus.find((one) => one.name === name);
  if (!menu) throw new Error(`there is no menu ${name}`);
  return menu;
};
const actions = ({ object }: Menu): readonly RichMenuArea['action'][] => object.areas.map(({ action }) => action);
const switches = (menu: Menu): readonly (string | undefined)[] =>
  actions(menu).flatMap((action) => (action.type === 'richmenuswitch' ? [action.richMenuAliasId] : []));

describe('the layouts of rich menus', () => {
  it('are there for every role, and fit LINE’s limits', () => {
    expect(menus.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['citizen', 'staff', 'manager', 'admin', 'citizen-for-staff']),
    );
    for (const { name, object } of menus) expect([name, checkRichMenu(object)]).toEqual([name, []]);
  });

  it('ask only what the chat knows and whoever sees them may ask', () => {
    for (const menu of menus) {
      for (const action of actions(menu)) {
        if (action.type === 'postback') {
          const request = decodePostback(action.data ?? '');
          expect(request, `${menu.name}: ${action.label}`).toBeDefined();
          expect(mayActAs(menu.for, NEEDED_ROLE[request!.intent]), `${menu.name}: ${action.label}`).toBe(true);
        } else if (action.type === 'message') {
          const needed = neededFor(action.text ?? '');
          expect(needed, `${menu.name} says “${action.text}”`).toBeDefined();
          expect(mayActAs(menu.for, needed!), `${menu.name} says “${action.text}”`).toBe(true);
        } else expect(action.type).toBe('richmenuswitch');
      }
    }
  });

  it('offer every kind of work to those whose work it is', () => {
    const says = (name: string): readonly (string | undefined)[] =>
      actions(named(name)).flatMap((action) => (action.type === 'message' ? [action.text] : []));
    expect(new Set(says('staff'))).toEqual(new Set(['งานวันนี้', 'งานของฉัน', 'ความเห็นใหม่', 'รหัสของฉัน']));
    expect(says('manager')).toEqual(expect.arrayContaining(['งานวันนี้', 'กระดานมาตรการ', 'ความเห็นใหม่', 'ประวัติการแก้ไข']));
    // What reads like work needs a role: nobody else is offered it.
    for (const name of ['staff', 'manager', 'admin'])
      expect(says(name).map((text) => neededFor(text ?? ''))).not.toContain('citizen');
    expect(says('admin')).toEqual(expect.arrayContaining(['รายชื่อเจ้าหน้าที่', 'เชิญเจ้าหน้าที่', 'กระดานมาตรการ']));
  });

  it.each(['staff', 'manager', 'admin'])(
    'let a %s go to the citizens’ view, which is as citizens see it, and back',
    (role) => {
      const view = named(`citizen-for-${role}`);
      expect(switches(named(role))).toEqual([menuAlias(view.name)]);
      expect(switches(view)).toEqual([menuAlias(role)]);
      expect(actions(view).filter(({ type }) => type !== 'richmenuswitch')).toEqual(actions(named('citizen')));
    },
  );

  it('leave no place on the picture where a tap does nothing or two things, but for the open tab', () => {
    for (const { name, object } of menus) {
      const boxes = object.areas.map(({ bounds }) => bounds as { x: number; y: number; width: number; height: number });
      for (const [no, one] of boxes.entries())
        for (const other of boxes.slice(no + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart, `${name}: two areas overlap`).toBe(true);
        }
      const covered = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
      const openTab = name === 'citizen' ? 0 : 1250 * 230;
      expect([name, covered]).toEqual([name, PICTURE.width * PICTURE.height - openTab]);
    }
  });

  it('name every area for people who do not see the picture', () => {
    for (const menu of menus) for (const { label } of actions(menu)) expect(label).toMatch(/\S/);
  });

  it('have a title that changes with anything that is seen or done, and with nothing else', () => {
    expect(loadMenus(LAYOUTS, THEME, MENU_TOOLS).map(({ object }) => object.name)).toEqual(
      menus.map(({ object }) => object.name),
    );
    const other = loadMenus(LAYOUTS, { ...THEME, accent: '#0B5E6B' }, MENU_TOOLS);
    for (const [no, { object }] of other.entries()) {
      expect(object.name).toMatch(/^prongsai:[a-z-]+:[0-9a-f]{16}$/);
      expect(object.name).not.toBe(menus[no]?.object.name);
    }
  });
});

describe('a layout with a mistake', () => {
  const folder = temporaryFolder();
  beforeEach(() => cpSync(LAYOUTS, folder.path, { recursive: true }));
  afterEach(folder.remove);

  /** The problems after a change to one file's JSON. */
  const problemsOf = (change: (layout: Layout) => unknown, file = 'citizen'): string => {
    const path = join(folder.path, `${file}.json`);
    const layout = JSON.parse(readFileSync(path, 'utf8')) as Layout;
    writeFileSync(path, JSON.stringify(change(layout) ?? layout));
    try {
      loadMenus(folder.path, THEME, MENU_TOOLS);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  interface Layout extends Record<string, unknown> {
    rows: { height: number; tiles: Record<string, unknown>[] }[];
    tabs: Record<string, unknown>[];
  }
  const tile = (layout: Layout, more: object): void => {
    Object.assign(layout.rows[0]!.tiles[0]!, more);
  };

  it('is none as long as nothing was changed', () => expect(problemsOf(() => undefined)).toBe(''));

  it.each<[string, (layout: Layout) => unknown, ...string[]]>([
    [
      'a request nobody knows',
      (it) => tile(it, { ask: 'fly_to_the_moon' }),
      'citizen.json: rows[0].tiles[0].ask',
      'fly_to_the_moon',
    ],
    [
      'slots that do not fit',
      (it) => tile(it, { slots: { page: 'สอง' } }),
      'citizen.json: rows[0].tiles[0].ask',
      'slots',
    ],
    [
      'a label too long for its place',
      (it) => tile(it, { label: 'แสดงความเห็นที่นี่เลยค่ะ' }),
      'citizen.json: rows[0].tiles[0].label',
      'ยาวเกิน',
      'ย่อให้เหลือ',
    ],
    ['a label over LINE’s limit', (it) => tile(it, { label: 'ก'.repeat(21) }), 'label', '20 ตัวอักษร'],
    ['an emoji', (it) => tile(it, { label: 'ความเห็น 😀' }), 'วาดไม่ได้: 😀', 'icon'],
    [
      'an icon that does not exist',
      (it) => tile(it, { icon: 'rocket' }),
      'rows[0].tiles[0].icon',
      'rocket',
      'feedback',
    ],
    ['two things at one tap', (it) => tile(it, { say: 'สวัสดี' }), 'rows[0].tiles[0]', 'ใส่เพียงอย่างเดียว'],
    ['nothing at a tap', (it) => tile(it, { ask: undefined }), 'rows[0].tiles[0]', 'ใส่เพียงอย่างเดียว'],
    [
      'an address that is none',
      (it) => tile(it, { ask: undefined, open: 'javascript:alert(1)' }),
      'rows[0].tiles[0].open',
    ],
    [
      'a switch to nowhere',
      (it) => tile(it, { ask: undefined, switchTo: 'nowhere' }),
      'nowhere.json',
      'citizen-for-staff',
    ],
    ['a switch to a menu of others', (it) => tile(it, { ask: undefined, switchTo: 'admin' }), 'ไม่มีสิทธิ์'],
    [
      'a bar text over LINE’s limit',
      (it) => ({ ...it, chatBarText: 'ก'.repeat(15) }),
      'citizen.json: chatBarText',
      '14',
    ],
    [
      'rows too low for their texts',
      (it) => ({ ...it, rows: it.rows.map((row, no) => ({ ...row, height: no < 2 ? 4 : 6 })) }),
      'เตี้ยเกินไป',
      'height',
    ],
    ['a word nobody knows', (it) => ({ ...it, colour: 'red' }), 'citizen.json', 'colour'],
    ['the wrong role', (it) => ({ ...it, for: 'staff' }), 'citizen.json: for', 'ไม่ตรงกับชื่อไฟล์'],
  ])('with %s is named with its place and what to do', (_name, change, ...says) => {
    const problems = problemsOf(change);
    for (const one of says) expect(problems).toContain(one);
    expect(problems).toContain('วิธีแก้');
  });

  it('in its tabs is named, too', () => {
    const problems = problemsOf(
      (it) => ({ ...it, tabs: it.tabs.map((tab) => ({ ...tab, switchTo: 'staff' })) }),
      'staff',
    );
    expect(problems).toContain('staff.json: tabs');
  });

  it('in the rows it takes from another menu is named, too', () => {
    expect(problemsOf((it) => ({ ...it, rowsOf: 'nothing' }), 'citizen-for-staff')).toContain('rowsOf');
  });

  it('is told together with those of other files', () => {
    writeFileSync(join(folder.path, 'staff.json'), '{');
    rmSync(join(folder.path, 'manager.json'));
    writeFileSync(join(folder.path, 'Bad Name.json'), readFileSync(join(LAYOUTS, 'citizen.json')));
    const problems = problemsOf(() => ({}));
    for (const file of ['citizen.json', 'staff.json', 'manager.json', 'Bad Name.json'])
      expect(problems).toContain(file);
  });

  it('in the colours is named: what is missing, and what could not be read', () => {
    expect(() => loadMenus(LAYOUTS, {}, MENU_TOOLS)).toThrow('theme.json: accent');
    expect(() => loadMenus(LAYOUTS, { ...THEME, accent: '#A0C8B8' }, MENU_TOOLS)).toThrow('อ่านยาก');
  });
});
