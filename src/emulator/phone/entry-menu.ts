// What can be done with a message: look at its data, take it back, change it, send its event again.
import { changeChat } from './api.ts';
import type { Entry } from './contract.ts';
import { ask, input, offer } from './dialog.ts';
import type { Model } from './model.ts';
import { textAt } from './read-json.ts';
import { orToast } from './toast.ts';

async function edit(chat: string, entry: Entry): Promise<void> {
  const value = textAt(entry.message, 'text') ?? '';
  const answer = await ask('แก้ไขข้อความ', 'บันทึก', [input('ข้อความ', { name: 'text', value, required: '' })]);
  if (!answer) return;
  await orToast(changeChat(chat, 'edit', { messageId: entry.messageId, text: answer('text') }));
}

/** Opens the menu of one message. `showData` brings the panel up with this entry. */
export function openEntryMenu(model: Model, entry: Entry, showData: () => void): void {
  const chat = model.chat;
  const own = entry.kind === 'out' && entry.messageId !== undefined;
  const choices = [{ label: 'ดูข้อมูลดิบ', run: showData }];
  if (own) {
    const unsend = (): void => void orToast(changeChat(chat, 'unsend', { messageId: entry.messageId }));
    choices.push({ label: 'ยกเลิกข้อความ', run: unsend });
  }
  // LINE lets people edit texts in group chats only.
  if (own && model.persona()?.kind === 'group' && textAt(entry.message, 'type') === 'text') {
    choices.push({ label: 'แก้ไขข้อความ', run: () => void edit(chat, entry) });
  }
  if (entry.event !== undefined) {
    const redeliver = (): void => void orToast(changeChat(chat, 'redeliver', { seq: entry.seq }));
    choices.push({ label: 'ส่งเหตุการณ์นี้ให้แชตบอตอีกครั้ง', run: redeliver });
  }
  offer('ข้อความ', choices);
}
