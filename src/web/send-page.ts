import type { Response } from 'express';

/** Sends a page. Nothing keeps a copy: a shared phone's "back" must not show what somebody else wrote. */
export function sendPage(res: Response, status: number, text: string): void {
  const body = Buffer.from(text);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  res.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

/** Sends the browser on with a GET, so that reloading sends nothing twice. `path`: our own, already encoded. */
export function seeOther(res: Response, path: string): void {
  res.writeHead(303, { location: path, 'cache-control': 'no-store', 'content-length': 0 }).end();
}
