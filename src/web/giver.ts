import type { IncomingHttpHeaders } from 'node:http';
import type { NewId } from '../new-id.ts';

/** The name of the cookie, and of the hidden field that stands in for it where cookies are refused. */
export const GIVER = 'giver';
/** A day in seconds: an answer can be replaced on the day it was given, and no longer. */
const LASTS_S = 86_400;
const SHAPE = /^[A-Za-z0-9-]{16,64}$/;

/**
 * A random name for whoever answers from this browser, used to keep one answer per person, point and day and for nothing
 * else. The cookie counts; before there is one, the form's own random token does, so that a double tap is one person too.
 */
export function giverOf(headers: IncomingHttpHeaders, form: URLSearchParams, newId: NewId): string {
  return readCookie(headers.cookie) ?? tokenOf(form) ?? newId();
}

/** The form's own random token; undefined if it has none, or one of another shape. */
export function tokenOf(form: URLSearchParams): string | undefined {
  const token = form.get(GIVER) ?? '';
  return SHAPE.test(token) ? token : undefined;
}

/** The `Set-Cookie` value; `secure` where people come over https. */
export function giverCookie(giver: string, secure: boolean): string {
  return `${GIVER}=${giver}; Path=/; Max-Age=${LASTS_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function readCookie(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value = ''] = pair.trim().split('=');
    if (name === GIVER && SHAPE.test(value)) return value;
  }
  return undefined;
}
