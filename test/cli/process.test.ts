import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadExample } from '../../src/load-example.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../server-process.ts';
import { runProngsai, type Ended } from './prongsai-process.ts';

const RESULT = fileURLToPath(new URL('../../examples/bang-khrok-2565.json', import.meta.url));

const folder = temporaryFolder();
afterAll(folder.remove);
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** Runs `prongsai` on a database of its own. */
function prongsai(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runProngsai(args, { STORE: `sqlite:${join(folder.path, 'prongsai.db')}`, ...env });
}

describe('the prongsai command', () => {
  it('leaves with 0 when all is well, and with 1 for a year that is not there', async () => {
    expect(await prongsai(['publish', '2565'])).toMatchObject({ code: 1, out: expect.stringContaining('นำเข้าก่อน') });
    expect(await prongsai(['import', RESULT])).toMatchObject({ code: 0, out: expect.stringContaining('97.02') });
    expect(await prongsai(['publish', '2565'])).toMatchObject({ code: 0, err: '' });
  });

  it('leaves with 65 for a file that cannot be used, names each place in it, and shows no stack', async () => {
    const file = join(folder.path, 'bad.json');
    writeFileSync(file, '{"format":"prongsai-result-1","fiscalYear":2022,"indicators":[{"no":1,"score":"x"}]}');
    const { code, err } = await prongsai(['import', file]);
    expect(code).toBe(65);
    for (const place of ['fiscalYear:', 'source:', 'indicators[0].readings:']) expect(err).toContain(`- ${place}`);
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['no command', [], 64],
    ['a command that is not there', ['nonsense'], 64],
    ['a missing file name', ['import'], 64],
    ['a Christian year', ['publish', '2022'], 64],
    ['a file that is not there', ['import', 'nowhere.json'], 66],
    ['the question for help', ['--help'], 0],
  ])('given %s leaves with its code', async (_name, args, code) => {
    const ended = await prongsai(args);
    expect(ended.code).toBe(code);
    expect(ended.out + ended.err).not.toBe('');
  });

  it('leaves with 78 and all problems of the environment, and with 69 when the store cannot be opened', async () => {
    const wrong = await prongsai(['doctor'], { PORT: 'x', ORG_ID: 'A B', LINE_CHANNEL_SECRET: 'only-half' });
    expect(wrong).toMatchObject({
      code: 78,
      err: expect.stringMatching(/PORT[^]*ORG_ID[^]*LINE_CHANNEL_ACCESS_TOKEN/),
    });
    expect(wrong.err).not.toContain('only-half');
    expect((await prongsai(['publish', '2565'], { STORE: `sqlite:${RESULT}` })).code).toBe(69);
  });

  it('leaves soon, with 69, when Firestore cannot be reached', async () => {
    const nowhere = { STORE: 'firestore:demo-nowhere', FIRESTORE_EMULATOR_HOST: '127.0.0.1:9' };
    const started = performance.now();
    expect(await prongsai(['publish', '2565'], nowhere)).toMatchObject({ code: 69 });
    // 3 s for the call, 3 s for closing, and the start of the process; the library alone would hold it for 40 s.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

interface LineAccount {
  readonly status?: number;
  readonly active?: boolean;
  readonly reached?: boolean;
}

/** As much of LINE's API as `doctor` asks for, on loopback. */
async function lineApi({ status = 200, active = true, reached = true }: LineAccount): Promise<Record<string, string>> {
  const answers: Readonly<Record<string, object>> = {
    '/v2/bot/info': { userId: 'U1', basicId: '@ita', displayName: 'อบต.', chatMode: 'bot', markAsReadMode: 'auto' },
    '/v2/bot/channel/webhook/endpoint': { endpoint: 'https://ita.example.go.th/webhook', active },
    '/v2/bot/channel/webhook/test': reached
      ? { success: true, timestamp: '2022-10-03T02:00:00Z', statusCode: 200, reason: 'OK', detail: '200' }
      : { success: false, timestamp: '2022-10-03T02:00:00Z', statusCode: 0, reason: 'COULD_NOT_CONNECT', detail: 'no' },
    '/v2/bot/message/quota': { type: 'limited', value: 300 },
    '/v2/bot/message/quota/consumption': { totalUsage: 12 },
  };
  const server = createServer((req, res) => {
    const body = req.headers.authorization === 'Bearer made-by-this-test-too' ? answers[req.url ?? ''] : undefined;
    res.writeHead(body ? status : 401, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body ?? { message: 'Authentication failed' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    LINE_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    LINE_CHANNEL_SECRET: 'made-by-this-test',
    LINE_CHANNEL_ACCESS_TOKEN: 'made-by-this-test-too',
    PUBLIC_URL: 'https://ita.example.go.th',
  };
}

describe('prongsai doctor', () => {
  const store = { STORE: `sqlite:${join(folder.path, 'published.db')}` };
  beforeAll(async () => {
    const agency = openSqliteStore({ path: join(folder.path, 'published.db') });
    await loadExample(agency.agency('agency'), () => new Date('2022-10-03T02:00:00.000Z'));
    await agency.close();
  });

  it('without a channel says how to get one, and that an empty store is a problem', async () => {
    const { code, out } = await prongsai(['doctor'], { STORE: 'sqlite::memory:' });
    expect(code).toBe(1);
    expect(out).toMatch(/\[ok\] +cards/);
    expect(out).toMatch(/\[PROBLEM\] agency: .*agency FILE\.json/);
    expect(out).toMatch(/\[PROBLEM\] published results: .*import FILE\.json/);
    expect(out).toMatch(/\[look\] +LINE channel: none: set LINE_CHANNEL_SECRET/);
  });

  it.each([
    ['all is well', {}, {}, 0, ['[ok]      webhook: https://ita.example.go.th/webhook', '12 of 300', 'redelivery']],
    ['the webhook is off', { active: false }, {}, 1, ['[PROBLEM] webhook: is off', 'Use webhook']],
    ['LINE cannot reach the server', { reached: false }, {}, 1, ['[PROBLEM] webhook test: COULD_NOT_CONNECT']],
    [
      'LINE calls another server',
      {},
      { PUBLIC_URL: 'https://new.example.go.th' },
      1,
      ['[PROBLEM] webhook: LINE calls'],
    ],
    [
      'LINE does not accept the token',
      {},
      { LINE_CHANNEL_ACCESS_TOKEN: 'an-old-one' },
      1,
      ['LINE answered 401. Check LINE_CHANNEL_ACCESS_TOKEN'],
    ],
    ['LINE fails', { status: 500 }, {}, 1, ['[PROBLEM] LINE channel: LINE answered 500']],
  ] as const)('tells when %s', async (_name, account, more, code, says) => {
    const { out, ...ended } = await prongsai(['doctor'], { ...store, ...(await lineApi(account)), ...more });
    for (const one of says) expect(out).toContain(one);
    expect(ended.code).toBe(code);
    for (const secret of ['made-by-this-test', 'an-old-one']) expect(out + ended.err).not.toContain(secret);
  });
});
