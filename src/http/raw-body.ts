import type { IncomingMessage } from 'node:http';

/** A body that cannot be taken, with the HTTP status to answer. */
class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The body's bytes exactly as they were sent, as the signature needs them. Rejects with a BodyError: 413 past `limit`
 * bytes (told at once from content-length, without reading), 415 if it is compressed, 400 if the sender breaks off.
 * Own code because it runs for every event and body-parser's machinery costs as much as the signature check.
 */
export function readRawBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = (status: number, message: string): void => {
      req.resume();
      reject(new BodyError(status, message));
    };
    const encoding = req.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      refuse(415, 'compressed bodies are not taken');
      return;
    }
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      refuse(413, 'the body is too large');
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    req.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else if (chunks.length > 0) {
        chunks.length = 0;
        reject(new BodyError(413, 'the body is too large'));
      }
    });
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    req.once('error', () => reject(new BodyError(400, 'the sender broke off')));
    req.once('aborted', () => reject(new BodyError(400, 'the sender broke off')));
  });
}
