import type { IncomingMessage } from 'node:http';

/** A client that goes on sending past this many bytes is cut off; up to it, it is left time to read the refusal. */
const PATIENCE = 64 * 1024 * 1024;

/** Reads the whole body, or answers undefined if it is larger than `most` bytes; the rest is then thrown away. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > PATIENCE) break;
  }
  return size <= most ? Buffer.concat(chunks) : undefined;
}
