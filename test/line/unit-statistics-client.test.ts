import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { LineApi } from '../../src/line/line-api.ts';
import { readOpened } from '../../src/line/unit-statistics-client.ts';
import { hello, START, startPlatform, TOKEN } from '../emulator/platform.ts';
import { answering } from './answering.ts';

const DAY = 86_400_000;
/** 23:30 in Thailand, when it is the next day already where LINE counts. */
const LATE = new Date('2026-11-15T16:30:00Z');
/** Small, so that silence is not waited for. */
const DEADLINE_MS = 200;

const apis: LineApi[] = [];
afterEach(async () => {
  for (const api of apis.splice(0)) await api.close();
});

function apiAt(apiBaseUrl: string, deadlineMs = DEADLINE_MS): LineApi {
  const api = new LineApi({ apiBaseUrl, channelAccessToken: TOKEN, deadlineMs });
  apis.push(api);
  return api;
}

/** What the client makes of this answer. */
async function ask(answer: (req: IncomingMessage, res: ServerResponse) => void, now = LATE, sentAt = LATE) {
  return readOpened(apiAt(await answering(answer)), 'results_2568', sentAt, now);
}

const json = (body: unknown) => (_: IncomingMessage, res: ServerResponse) => void res.end(JSON.stringify(body));

describe('how many opened a unit', () => {
  it('is what LINE counts, and no number below 20 people', async () => {
    const line = await startPlatform({ monthlyLimit: null });
    const { crowd } = line.emulator;
    crowd.gather(45);
    for (const [unit, people] of [
      ['results_2568', 45],
      ['staff_digest_20261123T0900', 19],
    ] as const) {
      const to = Array.from({ length: people }, (_, index) => crowd.id(index));
      await line.client.multicast({ to, messages: [hello], customAggregationUnits: [unit] });
    }
    for (let index = 0; index < 45; index += 1) line.emulator.look(index);
    line.advance(DAY);
    const api = apiAt(line.emulator.url, 10_000);
    const opened = async (unit: string) => readOpened(api, unit, new Date(START), new Date(START + DAY));
    expect(await opened('results_2568')).toBe(45);
    expect(await opened('staff_digest_20261123T0900')).toBeNull();
    expect(await opened('never_sent')).toBeNull();
    expect(await opened('no-name')).toBeUndefined();
    await line.close();
  });

  it.each([
    ['the day it was sent on', 0, '20261116'],
    ['today', 3, '20261119'],
    ['thirty days later at most', 400, '20261216'],
    ['no day before the first, if a clock was set back', -2, '20261116'],
  ])('is asked for from the day in Japan it was sent on to %s', async (_, days, to) => {
    const seen: unknown[] = [];
    await ask(
      (req, res) => {
        seen.push([req.method, req.url, req.headers.authorization]);
        res.end('{}');
      },
      new Date(LATE.getTime() + days * DAY),
    );
    const query = `customAggregationUnit=results_2568&from=20261116&to=${to}`;
    expect(seen).toEqual([['GET', `/v2/bot/insight/message/event/aggregation?${query}`, `Bearer ${TOKEN}`]]);
  });

  it.each([
    ['null', { overview: { uniqueImpression: null }, messages: [], clicks: [] }],
    ['left out', { overview: {}, messages: [], clicks: [] }],
  ])('is no number where LINE has it as %s', async (_, body) => {
    expect(await ask(json(body))).toBeNull();
  });

  it('is read whatever else LINE adds', async () => {
    expect(await ask(json({ overview: { uniqueImpression: 20, more: [1] }, new: true }))).toBe(20);
  });

  it.each<[string, (req: IncomingMessage, res: ServerResponse) => void]>([
    [
      'LINE refuses the period, in its own words',
      (_, res) => void res.writeHead(400).end('{"message":null,"key":null,"stacktrace":null,"code":null}'),
    ],
    ['the token is wrong', (_, res) => void res.writeHead(401).end('{"message":"Authentication failed"}')],
    [
      'the account may not ask',
      (_, res) => void res.writeHead(403).end('{"message":"Access to this API is not available"}'),
    ],
    ['it was asked too often', (_, res) => void res.writeHead(429).end()],
    ['LINE has an error', (_, res) => void res.writeHead(500).end('oops')],
    ['it is no JSON', (_, res) => void res.end('<html>')],
    ['the JSON breaks off', (_, res) => void res.end('{"overview":{"uniqueImpression":4')],
    ['there is no overview', json({ messages: [], clicks: [] })],
    ['the number is text', json({ overview: { uniqueImpression: '45' } })],
    ['the number is below nothing', json({ overview: { uniqueImpression: -1 } })],
    ['the number is not whole', json({ overview: { uniqueImpression: 20.5 } })],
    ['the connection breaks', (_, res) => void res.destroy()],
    ['LINE is silent', () => undefined],
    ['the body never ends', (_, res) => void res.write('{"overview":')],
  ])('is not known if %s', async (_, answer) => {
    expect(await ask(answer)).toBeUndefined();
  });

  it('is not known if nobody listens', async () => {
    expect(await readOpened(apiAt('http://127.0.0.1:9'), 'results_2568', LATE, LATE)).toBeUndefined();
  });
});
