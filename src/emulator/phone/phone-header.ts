// The top of the phone: whom the chat is with, and following or leaving.
import { changeChat } from './api.ts';
import { button, byId, el } from './element.ts';
import type { Model } from './model.ts';
import { orToast } from './toast.ts';

function membership(model: Model): { label: string; what: string } {
  const persona = model.persona();
  const isMember = persona?.friend === true;
  if (persona?.kind === 'group') {
    return isMember ? { label: 'นำออกจากกลุ่ม', what: 'leave' } : { label: 'เชิญเข้ากลุ่ม', what: 'join' };
  }
  return isMember ? { label: 'เลิกติดตาม', what: 'unfollow' } : { label: 'ติดตาม', what: 'follow' };
}

/** Keeps the head of the phone in step with the open chat. */
export function startPhoneHeader(model: Model): void {
  const place = byId('phone-title');
  const draw = (): void => {
    const { label, what } = membership(model);
    const persona = model.persona();
    const run = (): void => void orToast(changeChat(model.chat, what));
    const names = el(
      'div',
      { class: 'phone-names' },
      el('h2', {}, persona?.kind === 'group' ? persona.name : model.state.bot.displayName),
      el(
        'span',
        {},
        persona?.kind === 'group' ? `มี ${model.state.bot.displayName} ในกลุ่ม` : `คุยในนาม ${persona?.name ?? '-'}`,
      ),
    );
    if (persona?.kind === 'group' && !persona.friend) names.lastElementChild!.textContent = 'ยังไม่มีแชตบอตในกลุ่ม';
    place.replaceChildren(names, button({ class: persona?.friend ? 'quiet small' : 'main small' }, run, label));
  };
  model.onChange((change) => change.what === 'everything' && draw());
  draw();
}
