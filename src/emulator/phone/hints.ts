// What an empty chat suggests: three things to ask.
import { button, el } from './element.ts';

const HINTS = ['คะแนนรวมเท่าไหร่', 'จุดอ่อนของเราคืออะไร', 'ตัวชี้วัดที่ 4'];

/** The suggestions as buttons that send their text. */
export function drawHints(send: (text: string) => void): HTMLElement {
  const buttons = HINTS.map((text) => button({ class: 'hint' }, () => send(text), text));
  return el('div', { class: 'hints' }, el('p', {}, 'ลองถาม'), ...buttons);
}
