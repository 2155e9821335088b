import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { usage } from './usage.ts';

/** The least that answers a webhook rightly: node:http, a signature check, and a ready-made reply through undici. */
const { SECRET = '', TOKEN = '', API = '', MESSAGES = '' } = process.env;
const messages = readFileSync(MESSAGES, 'utf8');
const pool = new Pool(API, { connections: 32 });
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

async function reply(token: string): Promise<void> {
  const { body } = await pool.request({
    method: 'POST',
    path: '/v2/bot/message/reply',
    headers,
    body: `{"replyToken":${JSON.stringify(token)},"messages":${messages}}`,
  });
  await body.dump();
}

const server = createServer((req, res) => {
  if (req.url === '/usage') {
    res.end(usage());
    return;
  }
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const body = Buffer.concat(chunks);
    const expected = Buffer.from(createHmac('sha256', SECRET).update(body).digest('base64'));
    const given = Buffer.from(String(req.headers['x-line-signature']));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      res.writeHead(401).end();
      return;
    }
    const { events } = JSON.parse(body.toString()) as { events: { replyToken: string }[] };
    res.writeHead(200).end();
    for (const event of events) reply(event.replyToken).catch(() => process.exit(1));
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`listening ${(server.address() as { port: number }).port}`);
});
