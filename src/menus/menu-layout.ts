import { z } from 'zod';
import { isLongerThan } from '../line/limits/graphemes.ts';
import { ROLES } from '../people/role.ts';
import { ICON_NAMES } from './icons.ts';

/** File names and aliases: `prongsai-` before it makes the alias, which LINE allows 32 characters. */
export const MENU_NAME = /^[a-z][a-z0-9-]{0,22}$/;

/** Texts in LINE's count of letters (grapheme clusters): a letter with its marks is one. */
const letters = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(300)
    .refine((text) => !isLongerThan(text, most), {
      message: `ข้อความยาวเกิน ${most} ตัวอักษร`,
      params: { fix: `ย่อให้เหลือไม่เกิน ${most} ตัวอักษร (สระบนล่างและวรรณยุกต์ไม่นับแยก)` },
    });

const scalar = z.union([z.string(), z.number(), z.boolean()], {
  error: 'ค่าใน slots ต้องเป็นข้อความ ตัวเลข หรือ true/false',
});
const icon = z.enum(ICON_NAMES);
const menuName = z.string().regex(MENU_NAME);
/** What a tap may do: exactly one of them. */
const TAPS = ['ask', 'say', 'open', 'switchTo'] as const;

const TileSchema = z
  .strictObject({
    /** LINE: at most 20, also read out by screen readers. */
    label: letters(20),
    /** A smaller second line. */
    note: letters(40).optional(),
    icon,
    /** The one tile of a menu to be seen first. */
    main: z.boolean().optional(),
    /** Share of the row's width, compared with its other tiles. */
    width: z.int().min(1).max(6).optional(),
    /** A request by its name in `src/chat/request.ts`, with its slots. */
    ask: z.string().max(40).optional(),
    slots: z.record(z.string(), scalar).optional(),
    /** What stands in the chat after `ask`, as if it had been typed; the label if it is left out. */
    said: letters(100).optional(),
    /** A message in the person's name. */
    say: letters(100).optional(),
    /** An address: https, tel or line. */
    open: z
      .string()
      .max(1000)
      .regex(/^(https:\/\/|tel:|line:\/\/)\S+$/)
      .optional(),
    /** Another menu, shown instead of this one. */
    switchTo: menuName.optional(),
  })
  .superRefine((tile, context) => {
    if (TAPS.filter((tap) => tile[tap] !== undefined).length === 1) return;
    const fix = `ใส่เพียงอย่างเดียวใน ${TAPS.join(', ')}`;
    context.addIssue({ code: 'custom', message: 'ช่องหนึ่งต้องทำอย่างใดอย่างหนึ่งเมื่อแตะ', params: { fix } });
  });
export type Tile = z.infer<typeof TileSchema>;

const RowSchema = z.strictObject({
  /** Share of the height, compared with the other rows. */
  height: z.int().min(1).max(12),
  tiles: z.array(TileSchema).min(1).max(5),
});
export type Row = z.infer<typeof RowSchema>;

/** A tab at the top. Without `switchTo` it is the one that is open. */
const TabSchema = z.strictObject({ label: letters(20), icon, switchTo: menuName.optional() });
export type Tab = z.infer<typeof TabSchema>;

/** A file `rich-menus/NAME.json`. */
export const MenuLayoutSchema = z
  .strictObject({
    /** For whoever edits the file. */
    about: z.string().max(300),
    /** Least role of those who see it: nothing in it may need a higher one. */
    for: z.enum(ROLES),
    /** On the bar under the chat. */
    chatBarText: letters(14),
    /** Whether it is open when somebody comes into the chat. */
    open: z.boolean(),
    tabs: z.array(TabSchema).min(2).max(3).optional(),
    rows: z.array(RowSchema).min(1).max(5).optional(),
    /** Takes the rows of that menu instead of `rows`. */
    rowsOf: menuName.optional(),
  })
  .superRefine(({ tabs, rows, rowsOf }, context) => {
    if ((rows === undefined) === (rowsOf === undefined)) {
      const fix = 'ใส่ rows หรือ rowsOf อย่างใดอย่างหนึ่ง';
      context.addIssue({ code: 'custom', message: 'ไม่รู้ว่าเมนูนี้มีช่องใดบ้าง', params: { fix } });
    }
    if (tabs && tabs.filter(({ switchTo }) => switchTo === undefined).length !== 1) {
      const fix = 'เว้น switchTo ไว้ที่แท็บเดียว คือแท็บของเมนูนี้เอง';
      context.addIssue({ code: 'custom', path: ['tabs'], message: 'ต้องมีแท็บที่เปิดอยู่หนึ่งแท็บ', params: { fix } });
    }
  });
export type MenuLayout = z.infer<typeof MenuLayoutSchema>;
