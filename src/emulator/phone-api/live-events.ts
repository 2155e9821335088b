import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chats } from '../world/chats.ts';

/** A comment this often keeps proxies and browsers from closing a silent stream. */
const HEARTBEAT_MS = 15_000;

/** Streams every change as a server-sent event until the phone goes away. */
export function streamChanges(chats: Chats, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const stop = chats.watch((change) => response.write(`data: ${JSON.stringify(change)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS).unref();
  request.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
