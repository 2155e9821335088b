import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineTrouble } from '../../src/cli/line-trouble.ts';
import { richMenuPreview } from '../../src/cli/richmenu-preview.ts';
import { LineCallError } from '../../src/line/line-call-error.ts';
import { staff } from '../../src/store/collections.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { startPlatform, TOKEN, type Platform } from '../emulator/platform.ts';
import { menuOnPhone } from '../menus/menu-on-phone.ts';
import { member } from '../menus/small-menus.ts';
import { temporaryFolder } from '../server-process.ts';

const PRONGSAI = fileURLToPath(new URL('../../src/cli/prongsai.ts', import.meta.url));
/** Five pictures are drawn. */
const DRAWING_MS = 300_000;

const folder = temporaryFolder();
afterAll(folder.remove);
const path = join(folder.path, 'prongsai.db');

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

async function richmenu(args: readonly string[], channel: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [PRONGSAI, 'richmenu', ...args], {
    env: { PATH: process.env['PATH'], STORE: `sqlite:${path}`, ...channel },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

describe('prongsai richmenu', () => {
  it(
    'puts the menus on LINE and links staff; again it changes nothing; and takes them away',
    async () => {
      const channel = {
        LINE_CHANNEL_SECRET: 'made-by-this-test',
        LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
        LINE_API_BASE_URL: line.emulator.url,
      };
      const store = openSqliteStore({ path });
      await store.agency('agency').set(staff, line.staff, member('admin', 1));
      await store.close();

      const first = await richmenu(['sync'], channel);
      expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/สร้าง 7 แบบ[^]*เจ้าหน้าที่ 1 คน/) });
      expect((await menuOnPhone(line.emulator, 'citizen'))?.name).toMatch(/^prongsai:citizen:/);
      expect((await menuOnPhone(line.emulator, 'staff'))?.name).toMatch(/^prongsai:admin:/);

      const before = line.emulator.requests().length;
      expect(await richmenu(['sync'], channel)).toMatchObject({
        code: 0,
        said: expect.stringContaining('ไม่มีอะไรต้องแก้'),
      });
      expect(
        line.emulator
          .requests()
          .slice(before)
          .every(({ operation }) => operation.startsWith('get')),
      ).toBe(true);

      expect(await richmenu(['remove'], channel)).toMatchObject({ code: 0, said: expect.stringContaining('7 แบบ') });
      expect(await menuOnPhone(line.emulator, 'citizen')).toBeNull();
      expect(await menuOnPhone(line.emulator, 'staff')).toBeNull();

      const refused = await richmenu(['sync'], { ...channel, LINE_CHANNEL_ACCESS_TOKEN: 'another-token' });
      expect(refused).toMatchObject({ code: 75, said: expect.stringContaining('LINE_CHANNEL_ACCESS_TOKEN') });
      expect(refused.said).not.toContain('another-token');
      expect(refused.said).not.toContain('    at ');
    },
    DRAWING_MS,
  );

  it.each(['sync', 'remove'])('%s says what is missing where no channel is set up', async (command) => {
    const { code, said } = await richmenu([command], {});
    expect(code).toBe(1);
    expect(said).toContain('LINE_CHANNEL_SECRET');
  });

  it('preview says which folder cannot be written to', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const menus = [{ name: 'citizen', svg }] as unknown as Parameters<typeof richMenuPreview>[0]['menus'];
    const preview = richMenuPreview({ menus, print: () => undefined }, path);
    await expect(preview).rejects.toMatchObject({ name: 'NoFile', message: expect.stringContaining(path) });
  });

  it.each([
    ['unauthorized', 'LINE_CHANNEL_ACCESS_TOKEN'],
    ['rate-limit', '100 ครั้งต่อชั่วโมง'],
    ['bad-request', 'ผู้พัฒนา'],
    ['not-reached', 'อินเทอร์เน็ต'],
  ] as const)('a call that LINE does not accept (%s) comes with what to do', (reason, says) => {
    const outcome = { kind: 'refused', reason, status: undefined, requestId: undefined } as const;
    expect(lineTrouble(new LineCallError('createRichMenu', outcome))).toContain(says);
  });
});
