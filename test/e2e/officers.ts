import { expect, vi } from 'vitest';
import { readProfile, saveProfile } from '../../src/agency/profile-record.ts';
import type { Role } from '../../src/people/role.ts';
import { staff } from '../../src/store/collections.ts';
import { objectsIn } from '../chat/answers/look-into.ts';
import type { Product } from './product.ts';

/** The divisions of the example agency in these tests. */
const DIVISIONS = [
  { id: 'office', name: 'สำนักปลัด' },
  { id: 'finance', name: 'กองคลัง' },
];

export async function divide({ store }: Product): Promise<void> {
  const profile = await readProfile(store);
  if (!profile) throw new Error('the example agency is loaded');
  await saveProfile(store, { ...profile, divisions: DIVISIONS });
}

let handles = 0;

/** Gives somebody a role, and waits until the server knows it. A chat that is not there yet is made. Resolves with the chat. */
export async function employ(
  product: Product,
  chat: string,
  role: Role,
  division: string | null = null,
): Promise<string> {
  const { emulator, store } = product;
  let name = chat;
  if (!emulator.personas().some(({ id }) => id === chat)) {
    name = emulator.addPersona('user', chat).id;
    await emulator.follow(name);
  }
  handles += 1;
  const handle = `HAND${String(handles).padStart(4, '0')}`;
  const { lineId } = emulator.persona(name);
  await store.set(staff, lineId, { role, division, handle, name: null, joinedAt: '2026-11-01T00:00:00Z', menu: null });
  const isKnown = async (): Promise<void> => expect(await product.ask(name, 'งานวันนี้')).toContain('งานวันนี้');
  await vi.waitFor(isKnown, { timeout: 15_000, interval: 200 });
  return name;
}

/** What stands on the newest message, as JSON. */
export function onScreen({ emulator }: Product, chat: string): string {
  return JSON.stringify(emulator.sent(chat).at(-1));
}

/** Taps the button, row or quick reply of the newest message that says `label`; resolves with what the bot says to it. */
export async function press(product: Product, chat: string, label: string): Promise<string> {
  const data = buttonOf(product, chat, label);
  return tap(product, chat, data);
}

/** The postback data of the button of the newest message that says `label`. */
export function buttonOf({ emulator }: Product, chat: string, label: string): string {
  const message = emulator.sent(chat).at(-1);
  const button = objectsIn(message).find(
    (one) => one['type'] === 'postback' && (one['label'] === label || one['displayText'] === label),
  );
  if (!button) throw new Error(`no button says ${label} under ${String(message?.['altText'])}`);
  return String(button['data']);
}

/** Taps a button with that data; resolves with what the bot says to it. */
export async function tap({ emulator }: Product, chat: string, data: string, as?: string): Promise<string> {
  const after = emulator.chat(chat).at(-1)?.seq ?? 0;
  await emulator.postback(chat, { data, ...(as === undefined ? {} : { as }) });
  const entries = await emulator.waitForReply(chat, { after, timeoutMs: 10_000 });
  return entries.map((entry) => entry.notification ?? '').join('\n');
}
