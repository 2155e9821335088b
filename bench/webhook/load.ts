import { createHmac, randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** Signed webhook requests with one text message each, as the bytes that go over the wire. Made before measuring. */
export function webhookRequests(count: number, text: string, secret: string): Buffer[] {
  return Array.from({ length: count }, () => {
    const body = JSON.stringify({
      destination: 'U8e742f61d673b39c7fff3cecb7536ef0',
      events: [
        {
          type: 'message',
          message: { type: 'text', id: '468789577898262530', quoteToken: 'q3Plxr4AgKd', text },
          webhookEventId: randomBytes(13).toString('hex').toUpperCase(),
          deliveryContext: { isRedelivery: false },
          timestamp: Date.now(),
          source: { type: 'user', userId: `U${randomBytes(16).toString('hex')}` },
          replyToken: randomBytes(16).toString('hex'),
          mode: 'active',
        },
      ],
    });
    const signature = createHmac('sha256', secret).update(body).digest('base64');
    return Buffer.from(
      `POST /webhook HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json; charset=utf-8\r\nx-line-signature: ${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

/** Sends all requests over `connections` keep-alive sockets, one at a time on each. Resolves when all were answered `status`. */
export async function send(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  status = '200',
): Promise<void> {
  const next = requests.values();
  await Promise.all(Array.from({ length: connections }, () => sendOverOneSocket(port, next, status)));
}

/** The end of an answer's head; the body after it is empty or the SDK server's `OK`. */
const ANSWERED = /^HTTP\/1\.1 (\d+)[^]*\r\n\r\n(OK)?$/;

function sendOverOneSocket(port: number, next: Iterator<Buffer, undefined>, status: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let head = '';
    const sendNext = (): void => {
      const request = next.next();
      if (request.done) {
        socket.destroy();
        resolve();
      } else socket.write(request.value);
    };
    socket.setNoDelay(true);
    socket.once('connect', sendNext);
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      const answered = ANSWERED.exec(head);
      if (!answered || (head.includes('ontent-Length: 2') && !answered[2])) return;
      head = '';
      if (answered[1] === status) sendNext();
      else reject(new Error(`answered ${answered[1]}`));
    });
  });
}
