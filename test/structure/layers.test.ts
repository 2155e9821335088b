import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../server-process.ts';
import { filesUnder } from './files-under.ts';

const importing = (what: string): string => `import { x } from '${what}';\nexport const y = x;\n`;

/** Files that break a rule of the rooms, and a word of what the linter must say. */
const FORBIDDEN: readonly (readonly [file: string, source: string, says: string])[] = [
  ['src/assessment/a.ts', importing('../chat/answer.ts'), 'import only downwards'],
  ['src/assessment/b.ts', importing('../measures/measure.ts'), 'import only downwards'],
  ['src/measures/a.ts', importing('../line/message.ts'), 'import only downwards'],
  ['src/people/a.ts', importing('../store/sqlite/open-sqlite-store.ts'), 'Only app.ts names an adapter'],
  ['src/store/a.ts', importing('../chat/answer.ts'), 'nothing above them'],
  ['src/line/a.ts', importing('../store/port.ts'), 'nothing of the product'],
  ['src/flex/a.ts', importing('../chat/answer.ts'), 'it knows no chat'],
  ['src/chat/a.ts', importing('../http/server.ts'), 'is handed everything from above'],
  ['src/chat/b.ts', importing('../store/firestore/open-firestore-store.ts'), 'Only app.ts names an adapter'],
  ['src/chat/c.ts', importing('@line/bot-sdk'), 'Only line/ talks to LINE'],
  ['src/http/a.ts', importing('../store/sqlite/open-sqlite-store.ts'), 'Only app.ts names an adapter'],
  ['src/cli/a.ts', importing('@google-cloud/firestore'), 'Only store/firestore talks to Firestore'],
  ['src/emulator/a.ts', importing('../chat/answer.ts'), 'nothing of the product'],
  ['src/drawing/a.ts', importing('../poster/poster-svg.ts'), 'nothing of what is drawn'],
  ['src/menus/a.ts', importing('../chat/postback.ts'), 'is handed to it'],
  ['src/menus/b.ts', importing('../store/sqlite/open-sqlite-store.ts'), 'is handed to it'],
  ['src/app.ts', importing('@line/bot-sdk'), 'Only line/ talks to LINE'],
  ['src/chat/d.ts', 'export const port = process.env.PORT;\n', 'Only src/config.ts reads the environment'],
  ['src/chat/e.ts', "import { f } from './f.ts';\nexport const e = (): number => f();\n", 'import(no-cycle)'],
];
const CYCLE_MATE = "import { e } from './e.ts';\nexport const f = (): number => e();\n";

const folder = temporaryFolder();
afterAll(folder.remove);

describe('the linter', () => {
  let said: readonly {
    readonly filename: string;
    readonly message: string;
    readonly help?: string;
    readonly code: string;
  }[];
  beforeAll(() => {
    copyFileSync('.oxlintrc.json', join(folder.path, '.oxlintrc.json'));
    for (const [file, source] of [...FORBIDDEN, ['src/chat/f.ts', CYCLE_MATE] as const]) {
      mkdirSync(join(folder.path, file, '..'), { recursive: true });
      writeFileSync(join(folder.path, file), source);
    }
    const { stdout } = spawnSync(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), '--format=json', '.'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    ({ diagnostics: said } = JSON.parse(stdout) as { diagnostics: typeof said });
  });

  it.each(FORBIDDEN)('refuses %s', (file, _source, says) => {
    const about = said.filter(({ filename }) => filename === file);
    expect(about.map(({ message, help, code }) => `${message} ${help} ${code}`).join('\n')).toContain(says);
  });
});

/** Imports while running, which the linter's rule does not look at, and the only files that may make them. */
const ON_DEMAND: readonly (readonly [what: RegExp, allowed: RegExp])[] = [
  [/store\/(?:sqlite|firestore)\//, /^src\/(?:app\.ts|store\/)/],
  [/@line\/bot-sdk/, /^src\/line\//],
  [/@google-cloud\/firestore/, /^src\/store\/firestore\//],
  [/emulator\//, /^src\/(?:local-phone\.ts|emulator\/)/],
  [/(?:^|\/)(?:cli|http|web)\//, /^src\/(?:app\.ts|cli\/)/],
  [/\/chat\//, /^src\/(?:app\.ts|rich-menus\.ts|cli\/)/],
];

describe('the rooms', () => {
  const sources = filesUnder('src', '.ts').map((file) => [relative('.', file), readFileSync(file, 'utf8')] as const);

  it('load nothing on demand that they may not import', () => {
    const found = sources.flatMap(([file, source]) =>
      [...source.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => [file, match[1] ?? ''] as const),
    );
    expect(found.length).toBeGreaterThan(5);
    for (const [what, allowed] of ON_DEMAND)
      expect(found.filter(([file, path]) => what.test(path) && !allowed.test(file))).toEqual([]);
  });

  it('take the environment from the configuration alone, under whatever name', () => {
    const readers = sources.filter(([, source]) => /\bprocess\.env\b|\benv\b[^;]*from 'node:process'/.test(source));
    expect(readers.map(([file]) => file)).toEqual(['src/config.ts']);
  });

  it('have no file named after nothing in particular', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib)(?:\.|\/|$)/;
    expect([...sources.map(([file]) => file), ...filesUnder('test', '.ts')].filter((file) => vague.test(file))).toEqual(
      [],
    );
  });
});

describe('test files', () => {
  const tests = filesUnder('test', '.test.ts').map((file) => [file, readFileSync(file, 'utf8')] as const);
  it('each expect something, and none is left focused or switched off', () => {
    for (const [file, source] of tests) {
      expect(/\bexpect\(|describeStoreContract\(/.test(source), `${file} expects nothing`).toBe(true);
      expect(/\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/.test(source), `${file} is not run whole`).toBe(false);
    }
  });
});
