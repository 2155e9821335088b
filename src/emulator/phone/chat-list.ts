// The list of personas and groups, with the last notification and how much is unread.
import { change } from './api.ts';
import type { Persona } from './contract.ts';
import { ask, input, select } from './dialog.ts';
import { button, byId, el } from './element.ts';
import { clockTime, preview } from './entry-text.ts';
import { icon } from './icon.ts';
import type { Model } from './model.ts';
import { orToast } from './toast.ts';

function row(model: Model, persona: Persona, onOpen: () => void): HTMLElement {
  const last = model.entries(persona.id).findLast((entry) => entry.message !== undefined);
  const unread = model.unread(persona.id);
  const open = (): void => {
    model.open(persona.id);
    onOpen();
  };
  const text = el('span', { class: 'chat-last' }, last ? preview(last) : persona.note);
  const count =
    unread > 0 ? el('span', { class: 'unread', 'aria-label': `ยังไม่ได้อ่าน ${unread} ข้อความ` }, String(unread)) : null;
  count?.setAttribute('role', 'img');
  const attributes: Record<string, string> = { class: 'chat-row', title: persona.note };
  if (persona.id === model.chat) attributes['aria-current'] = 'true';
  return button(
    attributes,
    open,
    el('span', { class: 'chat-icon' }, icon(persona.kind === 'group' ? 'group' : 'person')),
    el('span', { class: 'chat-words' }, el('span', { class: 'chat-name' }, persona.name), text),
    el('span', { class: 'chat-side' }, el('span', {}, last ? clockTime(last.at) : ''), count),
  );
}

async function addPersona(): Promise<void> {
  const answer = await ask('เพิ่มผู้ใช้หรือกลุ่ม', 'เพิ่ม', [
    input('ชื่อ', { name: 'name', required: '', maxlength: '40' }),
    select('ชนิด', 'kind', [
      ['user', 'ผู้ใช้'],
      ['group', 'กลุ่ม'],
    ]),
  ]);
  if (answer) await orToast(change('/personas', { kind: answer('kind'), name: answer('name') }));
}

/** Keeps the list in step; `onOpen` is told when a chat was chosen. */
export function startChatList(model: Model, onOpen: () => void): void {
  const list = byId('chat-rows');
  byId('add-persona').addEventListener('click', () => void addPersona());
  const draw = (): void => {
    const focused = list.contains(document.activeElement) ? [...list.children].indexOf(document.activeElement!) : -1;
    list.replaceChildren(...model.state.personas.map((persona) => row(model, persona, onOpen)));
    if (focused >= 0) (list.children[focused] as HTMLElement | undefined)?.focus();
  };
  model.onChange((change) => change.what !== 'picked' && draw());
  draw();
}
