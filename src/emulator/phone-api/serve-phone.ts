import type { IncomingMessage, ServerResponse } from 'node:http';
import { ActError } from '../acts/act-error.ts';
import type { Acts } from '../acts/acts.ts';
import { readBody } from '../read-body.ts';
import type { World } from '../world/world.ts';
import { CHAT_ROUTES } from './chat-routes.ts';
import { bodyOf } from './fields.ts';
import { streamChanges } from './live-events.ts';
import { PANEL_ROUTES } from './panel-routes.ts';
import { phoneState } from './phone-state.ts';
import { isSameOrigin } from './same-origin.ts';
import { staticFile } from './static-files.ts';

/** Nothing a person does at the phone needs more, in bytes. */
const MOST_BYTES = 64 * 1024;

/** The page draws what bots send: it runs only its own scripts and loads pictures, sound and film only as LINE would. */
const policy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' https: data: http://${host}`,
    `media-src 'self' https: http://${host}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Answers the phone screen and its API; false if the path is not one of them. */
export function createPhone(world: World, acts: Acts, url: () => string) {
  const send = (response: ServerResponse, status: number, type: string, bytes: Uint8Array | string) => {
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy(new URL(url()).host),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    response.end(bytes);
  };
  const json = (response: ServerResponse, status: number, body: object) => {
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
  };

  const act = (method: string, path: string, body: Readonly<Record<string, unknown>>): object => {
    const [room = '', chat = '', word = ''] = path.split('/');
    if (room === 'chats' && method === 'POST' && Object.hasOwn(CHAT_ROUTES, word)) {
      const done = CHAT_ROUTES[word]?.(acts, decodeURIComponent(chat), body);
      return { entry: done?.entry };
    }
    const route = PANEL_ROUTES[`${method} ${path}`];
    if (route === undefined) throw new ActError('ไม่มีที่อยู่นี้', 404);
    const answer = route(world, body);
    world.chats.changed();
    return answer;
  };

  const serveApi = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const { method = '' } = request;
    if (method === 'GET' && path === 'state') json(response, 200, phoneState(world));
    else if (method === 'GET' && path === 'events') streamChanges(world.chats, request, response);
    else if (!isSameOrigin(request.headers)) json(response, 403, { message: 'คำขอต้องมาจากหน้าจอโทรศัพท์นี้เท่านั้น' });
    else {
      const bytes = await readBody(request, MOST_BYTES);
      const isJson = bytes?.length === 0 || request.headers['content-type']?.startsWith('application/json') === true;
      if (bytes === undefined) json(response, 413, { message: 'ข้อมูลใหญ่เกินไป' });
      else if (!isJson) json(response, 415, { message: 'ต้องส่งเป็น application/json' });
      else json(response, 200, act(method, path, bodyOf(bytes)));
    }
  };

  const serveFile = async (response: ServerResponse, path: string): Promise<void> => {
    const media = path.startsWith('media/') ? world.media.get(path.slice('media/'.length)) : undefined;
    const file = media ?? (await staticFile(path === '' ? 'index.html' : path));
    if (file === undefined) json(response, 404, { message: 'ไม่พบไฟล์' });
    else send(response, 200, file.type, file.bytes);
  };

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    try {
      if (path.startsWith('/phone/api/')) await serveApi(request, response, path.slice('/phone/api/'.length));
      else if (request.method === 'GET')
        await serveFile(response, decodeURIComponent(path.replace(/^\/(?:phone\/)?/, '')));
      else json(response, 405, { message: 'ใช้ได้เฉพาะ GET' });
    } catch (error) {
      if (error instanceof ActError) json(response, error.status, { message: error.message });
      else if (error instanceof URIError) json(response, 404, { message: 'ไม่มีที่อยู่นี้' });
      else throw error;
    }
  };
}
