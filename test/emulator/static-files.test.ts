import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFile } from '../../src/emulator/phone-api/static-files.ts';
import { startPlatform } from './platform.ts';

let outside = '';
let folder = '';
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'phone-'));
  folder = join(outside, 'phone');
  await mkdir(folder);
  await mkdir(`${folder}-not`);
  await writeFile(join(outside, 'secret.js'), '');
  await writeFile(join(`${folder}-not`, 'secret.js'), '');
  await writeFile(join(folder, 'index.html'), '<p>โทรศัพท์</p>');
  await writeFile(join(folder, 'screen.ts'), "import { a } from './a.ts';\nexport const b: number = a as number;\n");
  await writeFile(join(folder, 'notes.txt'), 'secret');
});
afterAll(() => rm(outside, { recursive: true }));

describe('the files of the phone screen', () => {
  it('are given as they are', async () => {
    const file = await staticFile('index.html', folder);
    expect(file?.type).toBe('text/html; charset=utf-8');
    expect(String(file?.bytes)).toBe('<p>โทรศัพท์</p>');
  });

  it('are JavaScript where they are TypeScript, importing as they did', async () => {
    const file = await staticFile('screen.ts', folder);
    expect(file?.type).toBe('text/javascript; charset=utf-8');
    expect(String(file?.bytes)).toContain("from './a.ts'");
    expect(String(file?.bytes)).not.toContain('number');
  });

  it.each(['../secret.js', '../phone-not/secret.js', 'notes.txt', 'missing.html', '', 'index.html\0.ts'])(
    'are nothing else: %j',
    async (path) => {
      expect(await staticFile(path, folder)).toBeUndefined();
    },
  );

  it('come with a policy that runs only their own scripts', async () => {
    const line = await startPlatform();
    const response = await fetch(line.emulator.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    await line.close();
  });
});
