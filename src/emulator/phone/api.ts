// Calls to the emulator this screen was served by.
import type { PhoneState } from './contract.ts';
import { textAt } from './read-json.ts';

const ROOT = '/phone/api';

async function problem(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined);
  return new Error(textAt(body, 'message') ?? `ตัวจำลองตอบกลับด้วยรหัส ${response.status}`);
}

async function request(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${ROOT}${path}`, options).catch(() => {
    throw new Error('ติดต่อตัวจำลองไม่ได้ กรุณาตรวจว่าโปรแกรมยังทำงานอยู่');
  });
  if (!response.ok) throw await problem(response);
  return response;
}

/** Everything the screen shows. Throws an Error with a Thai or server-given sentence. */
export async function fetchState(): Promise<PhoneState> {
  return (await (await request('/state')).json()) as PhoneState;
}

/** A change: `path` below /phone/api. Throws an Error whose message can be shown. */
export async function change(path: string, body: object = {}, method: 'POST' | 'DELETE' = 'POST'): Promise<void> {
  await request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** A change in one chat, e.g. `text` or `postback`. */
export function changeChat(chat: string, what: string, body: object = {}): Promise<void> {
  return change(`/chats/${encodeURIComponent(chat)}/${what}`, body);
}

/** Listens to the emulator for as long as the page is open; the browser reconnects by itself. */
export function listen(onEvent: (event: unknown) => void, onOpen: () => void): void {
  const source = new EventSource(`${ROOT}/events`);
  source.addEventListener('open', onOpen);
  source.addEventListener('message', (message) => onEvent(JSON.parse(String(message.data))));
}
