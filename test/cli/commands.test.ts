import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readProfile } from '../../src/agency/profile-record.ts';
import { agency } from '../../src/cli/agency.ts';
import type { CommandContext } from '../../src/cli/command.ts';
import { exitOfError } from '../../src/cli/exit-of-error.ts';
import { fiscalYearArgument } from '../../src/cli/fiscal-year-argument.ts';
import { importResult } from '../../src/cli/import-result.ts';
import { publish } from '../../src/cli/publish.ts';
import { terminalText } from '../../src/cli/terminal-text.ts';
import { unpublish } from '../../src/cli/unpublish.ts';
import { ConfigError } from '../../src/config.ts';
import { MAX_FILE_BYTES } from '../../src/json-file/read-json.ts';
import { PictureError } from '../../src/drawing/picture-error.ts';
import { CardError } from '../../src/flex/card-error.ts';
import { LineCallError } from '../../src/line/line-call-error.ts';
import { MenusBusyError } from '../../src/menus/menus-busy-error.ts';
import { assessments } from '../../src/store/collections.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { memoryAgency } from '../memory-agency.ts';
import { failureOf } from './exit-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'prongsai-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
function written(text: string): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  return path;
}
function terminal(): { context: CommandContext; said: () => string } {
  const texts: string[] = [];
  const clock = (): Date => new Date('2022-10-03T02:00:00.000Z');
  return {
    context: { store: memoryAgency(), clock, print: (text) => texts.push(text) },
    said: () => texts.join('\n'),
  };
}

describe('an officer', () => {
  it('saves the agency, imports its result, publishes it and takes it back', async () => {
    const { context, said } = terminal();
    expect(await agency(context, example('bang-khrok-agency.json'))).toBe(0);
    expect(await importResult(context, example('bang-khrok-2565.json'))).toBe(0);
    expect((await context.store.get(assessments, '2565'))?.published).toBeNull();
    expect(await publish(context, '2565')).toBe(0);
    expect((await context.store.get(assessments, '2565'))?.published?.overall?.value).toBe(97.02);
    expect(await publish(context, '2565')).toBe(0);
    expect(await unpublish(context, '๒๕๖๕')).toBe(0);
    expect((await context.store.get(assessments, '2565'))?.published).toBeNull();
    for (const text of [
      'เบอร์โทรศัพท์',
      'คะแนนรวม: 97.02 ระดับ AA',
      'publish 2565',
      'มาตรการ: เพิ่ม 3',
      'เผยแพร่อยู่แล้ว',
      'ยังเก็บไว้เป็นฉบับร่าง',
    ]) {
      expect(said()).toContain(text);
    }
  });

  it('reads every finding: what the document says, where, what is used and why', async () => {
    const { context, said } = terminal();
    await importResult(context, example('bang-khrok-2565.json'));
    expect(said()).toContain('84.45 (หัวข้อ 2 รายการคะแนน) และ 94.45 (หัวข้อ 3.1 (6))');
    expect(said()).toMatch(/ตัวชี้วัดที่ 6\n {5}เอกสาร: .+\n {5}พบที่: .+\n {5}ใช้: 94\.45\n {5}เพราะ: .+/);
    expect(said()).toContain('ต้องตรวจก่อนเผยแพร่ 5 เรื่อง');
  });

  it("has the agency's name from its profile, not from the file", async () => {
    const { context, said } = terminal();
    const profile = { ...(await exampleProfile()), name: 'เทศบาลตำบลอื่น' };
    await agency(context, written(JSON.stringify(profile)));
    await importResult(context, example('bang-khrok-2565.json'));
    expect(said()).toContain('หน่วยงาน: เทศบาลตำบลอื่น');
  });

  it.each([publish, unpublish])('is told that a year is not there by %o', async (run) => {
    const { context, said } = terminal();
    expect(await run(context, '2560')).toBe(1);
    expect(said()).toContain('2560');
  });
});

async function exampleProfile(): Promise<object> {
  const { context } = terminal();
  await agency(context, example('bang-khrok-agency.json'));
  return (await readProfile(context.store)) ?? {};
}

describe('what cannot be used', () => {
  it.each([
    ['no JSON', '{', 65],
    ['wrong values', '{"format":"prongsai-result-1","fiscalYear":2022}', 65],
    ['a file too large', ' '.repeat(MAX_FILE_BYTES + 1), 65],
  ])('%s ends with all problems and code %#', async (_, text, code) => {
    const { context } = terminal();
    const failure = await failureOf(importResult(context, written(text)));
    expect(failure.code).toBe(code);
    expect(failure.text).toContain('วิธีแก้');
    expect(await context.store.count(assessments)).toBe(0);
  });

  it('a file that is not there', async () => {
    const { context } = terminal();
    expect(await failureOf(importResult(context, join(folder, 'nothing.json')))).toMatchObject({ code: 66 });
    expect(await failureOf(importResult(context, folder))).toMatchObject({ code: 66 });
  });

  it('a profile with a wrong phone number leaves the old one', async () => {
    const { context } = terminal();
    await agency(context, example('bang-khrok-agency.json'));
    const bad = JSON.stringify({ ...(await exampleProfile()), phone: 'โทรมา' });
    expect((await failureOf(agency(context, written(bad)))).text).toContain('phone');
    expect((await readProfile(context.store))?.phone).toBeNull();
  });

  it.each([
    ['2022', '2565'],
    ['65', 'พ.ศ. 4 หลัก'],
    ['ปีนี้', 'พ.ศ. 4 หลัก'],
    ['', 'พ.ศ. 4 หลัก'],
  ])('the year %j', (text, hint) => expect(() => fiscalYearArgument(text)).toThrow(hint));

  it.each([
    [new StoreError('unavailable', 'closed'), 69],
    [new ConfigError(['STORE is not usable']), 78],
    [new PictureError('failed', 'no memory'), 1],
    [new CardError('theme.json', 'is not JSON'), 65],
    [new LineCallError('createRichMenu', { kind: 'unclear', reason: 'timeout', status: undefined }), 75],
    [new MenusBusyError('busy'), 75],
  ])('%s has its own code', (error, code) => expect(exitOfError(error)?.code).toBe(code));

  it('an error of our own is not dressed up', () => expect(exitOfError(new TypeError('x'))).toBeUndefined());
});

it('text from a file cannot move the cursor or turn the line around', () => {
  expect(terminalText('ก\u001B[2Jข\u202Eค\n\tง\r')).toBe('ก[2Jขค\n\tง');
});
