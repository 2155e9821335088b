// A stand-in for the emulator's server: serves the phone screen's files, a state of the test's making, and live events.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripTypeScriptTypes } from 'node:module';
import type { Entry, LiveEvent, PhoneState } from '../../src/emulator/phone/contract.ts';

const FOLDER = new URL('../../src/emulator/phone/', import.meta.url);

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
};

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Call {
  method: string;
  path: string;
  body: unknown;
}

export interface PhoneFixture {
  url: string;
  state: PhoneState;
  /** Changes the page asked for, in order. */
  calls: Call[];
  /** Answers the next changes with this error instead of 200; null ends it. */
  refuse: { status: number; message: string } | null;
  /** Adds an entry to the state and tells the page. */
  add(chat: string, entry: Partial<Entry>): Entry;
  tell(event: LiveEvent): void;
  close(): Promise<void>;
}

export function emptyState(): PhoneState {
  return {
    bot: { displayName: 'อบต. ตัวอย่าง', basicId: '@000aaaaa' },
    personas: [
      { id: 'citizen', kind: 'user', name: 'ประชาชน', lineId: `U${'1'.repeat(32)}`, friend: true, note: 'ผู้มาใช้บริการ' },
      { id: 'staff', kind: 'user', name: 'เจ้าหน้าที่', lineId: `U${'2'.repeat(32)}`, friend: true, note: 'บุคลากร' },
      { id: 'group', kind: 'group', name: 'กลุ่ม', lineId: `C${'3'.repeat(32)}`, friend: true, note: 'แชตกลุ่ม' },
    ],
    chats: {},
    richMenus: {},
    quota: { limit: 300, used: 12 },
    faults: [],
    settings: { redelivery: false, duplicates: 0 },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

const stripped = new Map<string, string>();

/** JavaScript of a TypeScript file; every test opens the page anew, so it is kept. */
function script(name: string, text: string): string {
  const known = stripped.get(name) ?? stripTypeScriptTypes(text);
  stripped.set(name, known);
  return known;
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const name = path === '' ? 'index.html' : path;
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const text = await readFile(new URL(name, FOLDER), 'utf8').catch(() => undefined);
  if (text === undefined || type === undefined || name.includes('..')) {
    response.writeHead(404).end();
    return;
  }
  // Kept by the browser: the tests open the page many times.
  const caching = name.endsWith('.html') ? 'no-store' : 'max-age=3600';
  response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': caching });
  response.end(name.endsWith('.ts') ? script(name, text) : text);
}

/** Starts the stand-in on a free loopback port. */
export async function startPhoneFixture(state = emptyState()): Promise<PhoneFixture> {
  const listeners = new Set<ServerResponse>();
  let seq = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://phone').pathname;
    if (path === '/phone/api/state') response.end(JSON.stringify(fixture.state));
    else if (path === '/phone/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (path.startsWith('/phone/api/')) {
      fixture.calls.push({ method: request.method ?? '', path: path.slice(10), body: await bodyOf(request) });
      response.writeHead(fixture.refuse?.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(fixture.refuse ? { message: fixture.refuse.message } : {}));
    } else await serveFile(path.replace(/^\/phone\//, ''), response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fixture: PhoneFixture = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone/`,
    state,
    calls: [],
    refuse: null,
    add(chat, entry) {
      seq += 1;
      const made: Entry = { seq, at: '2025-11-22T10:15:00.000Z', kind: 'in', from: 'bot', ...entry };
      (fixture.state.chats[chat] ??= []).push(made);
      fixture.tell({ type: 'entry', chat, entry: made });
      return made;
    },
    tell(event) {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    async close() {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return fixture;
}
