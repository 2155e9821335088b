// Does what a tapped LINE action says: the same for Flex, templates, quick replies and rich menus.
import { linkAddress } from './addresses.ts';
import { el } from './element.ts';
import { pickDate } from './pick-date.ts';
import { field, textAt } from './read-json.ts';
import { orToast, toast } from './toast.ts';

/** What an action may do to the phone around it. */
export interface ActionWorld {
  /** Sends to the open chat, as whoever is speaking there. */
  send: (what: string, body?: object) => Promise<void>;
  /** Opens the keyboard with a text already in it. */
  openKeyboard: (text: string) => void;
  openRichMenu: (open: boolean) => void;
  sendPlace: () => Promise<void>;
}

/** Longest text that a tap may send or copy (LINE: 300 for texts, 1,000 for the clipboard). */
const LONGEST = 1000;

function openAddress(action: unknown): void {
  const address = linkAddress(field(action, 'uri'));
  if (!address) {
    toast('เปิดลิงก์นี้ไม่ได้: ใช้ได้เฉพาะ http, https, tel และ line');
    return;
  }
  toast(`เปิดลิงก์ ${address}`);
  el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }).click();
}

async function copy(action: unknown): Promise<void> {
  const text = (textAt(action, 'clipboardText') ?? '').slice(0, LONGEST);
  try {
    await navigator.clipboard.writeText(text);
    toast(`คัดลอกแล้ว: ${text}`);
  } catch {
    toast(`เบราว์เซอร์ไม่อนุญาตให้คัดลอก ข้อความคือ: ${text}`);
  }
}

async function postback(action: unknown, world: ActionWorld): Promise<void> {
  const displayText = textAt(action, 'displayText') ?? textAt(action, 'text');
  await world.send('postback', { data: textAt(action, 'data') ?? '', ...(displayText ? { displayText } : {}) });
  switch (textAt(action, 'inputOption')) {
    case 'openKeyboard':
      return world.openKeyboard(textAt(action, 'fillInText') ?? '');
    case 'openRichMenu':
      return world.openRichMenu(true);
    case 'closeRichMenu':
      return world.openRichMenu(false);
    case 'openVoice':
      return toast('LINE จะเปิดปุ่มอัดเสียงที่นี่');
  }
}

async function perform(action: unknown, world: ActionWorld): Promise<void> {
  const data = textAt(action, 'data') ?? '';
  switch (textAt(action, 'type')) {
    case 'message':
      return world.send('text', { text: (textAt(action, 'text') ?? '').slice(0, LONGEST) });
    case 'postback':
      return postback(action, world);
    case 'uri':
      return openAddress(action);
    case 'datetimepicker': {
      const params = await pickDate(action);
      return params ? world.send('postback', { data, params }) : undefined;
    }
    case 'clipboard':
      return copy(action);
    case 'richmenuswitch':
      return world.send('postback', { data, richMenuAliasId: textAt(action, 'richMenuAliasId') ?? '' });
    case 'camera':
    case 'cameraRoll':
      return world.send('image');
    case 'location':
      return world.sendPlace();
    default:
      return toast('ปุ่มนี้ไม่มีคำสั่งที่โทรศัพท์จำลองรู้จัก');
  }
}

/** Does an action from a message. Nothing is thrown: what fails is said on the phone. */
export async function performAction(action: unknown, world: ActionWorld): Promise<void> {
  await orToast(perform(action, world));
}
