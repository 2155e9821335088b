import type { IncomingMessage } from 'node:http';
import { readRawBody } from '../http/raw-body.ts';

/** Largest form read (bytes). 1,200 Thai letters are 10.8 KB in a form, the rest is room for the other fields. */
const BODY_LIMIT = 16 * 1024;

/** The fields of a posted form. Rejects with a BodyError: 413 past 16 KiB, 415 if compressed, 400 if the sender breaks off. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readRawBody(req, BODY_LIMIT)).toString('utf8'));
}
