import { ActError } from './act-error.ts';
import type { Act, Stage } from './stage.ts';

/** What comes with the tap of a postback action. */
export interface Tap {
  readonly data: string;
  /** Appears in the chat as if the person had written it; the bot does not get it as a message. */
  readonly displayText?: string;
  /** What a date picker gave: exactly one of `date`, `time`, `datetime`. */
  readonly params?: Readonly<Record<string, string>>;
  /** The tap switches the person's rich menu to the one with this alias. */
  readonly richMenuAliasId?: string;
  readonly as?: string;
}

/** LINE: at most 300 code units of postback data. */
const LONGEST_DATA = 300;

const SHAPES: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
};

function checkParams(params: Readonly<Record<string, string>>): void {
  const [pair, ...more] = Object.entries(params);
  const shape = pair !== undefined && Object.hasOwn(SHAPES, pair[0]) ? SHAPES[pair[0]] : undefined;
  if (pair === undefined || more.length > 0 || shape?.test(pair[1]) !== true) {
    throw new ActError('params ต้องเป็น date, time หรือ datetime อย่างใดอย่างหนึ่ง');
  }
}

/** The taps of a person on buttons, quick replies, date pickers and rich menus. */
export function createTaps(stage: Stage) {
  const { world } = stage;

  /** Switches the rich menu and says what became of it, as LINE's postback does. */
  const switchMenu = (userId: string, alias: string): Readonly<Record<string, string>> => {
    const { aliases, menus, linked } = world.richMenus;
    const menu = aliases.get(alias);
    if (menu === undefined) return { status: 'RICHMENU_ALIAS_ID_NOTFOUND' };
    if (!menus.has(menu)) return { status: 'RICHMENU_NOTFOUND' };
    linked.set(userId, menu);
    world.chats.changed();
    return { newRichMenuAliasId: alias, status: 'SUCCESS' };
  };

  return {
    postback: (chatId: string, { data, displayText, params, richMenuAliasId, as }: Tap): Act => {
      if (data === '' || data.length > LONGEST_DATA) throw new ActError(`data ต้องยาว 1 ถึง ${LONGEST_DATA} ตัวอักษร`);
      if (params !== undefined) checkParams(params);
      const { chat, person } = stage.actor(chatId, as);
      const given = richMenuAliasId === undefined ? params : switchMenu(person.lineId, richMenuAliasId);
      const postback = { data, ...(given === undefined ? {} : { params: given }) };
      const event = stage.event({ chat, person }, 'postback', { postback });
      const shown =
        displayText === undefined || displayText === '' ? {} : { message: { type: 'text', text: displayText } };
      return stage.perform(chat, { from: person.id, kind: 'out', ...shown, event });
    },
  };
}
