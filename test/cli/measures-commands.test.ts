import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { saveProfile } from '../../src/agency/profile-record.ts';
import type { CommandContext } from '../../src/cli/command.ts';
import { measuresAdd, type MeasuresAddOptions } from '../../src/cli/measures-add.ts';
import { measuresCarry } from '../../src/cli/measures-carry.ts';
import { measuresImport } from '../../src/cli/measures-import.ts';
import { measuresList } from '../../src/cli/measures-list.ts';
import { loadExample } from '../../src/load-example.ts';
import { audit, measures, progress } from '../../src/store/collections.ts';
import { STATES } from '../chat/answers/knowledge.ts';
import { memoryAgency } from '../memory-agency.ts';
import { failureOf } from './exit-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'prongsai-measures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = new Date('2026-11-22T03:00:00.000Z');
let context: CommandContext;
let said: string[];
beforeEach(async () => {
  said = [];
  const store = memoryAgency();
  context = { store, clock: () => NOW, print: (text) => said.push(text) };
  await loadExample(store, () => NOW);
  const profile = STATES['one year']?.agency;
  if (!profile) throw new Error('the example has a profile');
  await saveProfile(store, { ...profile, divisions: [{ id: 'finance', name: 'กองคลัง' }] });
});

const file = (content: unknown): string => {
  const path = join(folder, 'measures.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const plan = (...list: object[]) => ({ format: 'prongsai-measures-1', fiscalYear: 2570, measures: list });
const bring = (...list: object[]): Promise<number> => measuresImport(context, file(plan(...list)));
const count = async (): Promise<number> => (await context.store.query(progress)).docs.length;

describe('measures import', () => {
  const first = {
    title: 'ทบทวนผลการตรวจสอบ',
    items: ['I29'],
    indicators: [5],
    division: 'finance',
    dueDate: '2027-03-31',
  };

  it('brings the measures of a year in, and a second time nothing more', async () => {
    expect(await bring(first, { title: 'พิมพ์คู่มือ' })).toBe(0);
    expect(said.at(-1)).toMatch(/เพิ่ม 2 ปรับปรุง 0 เหมือนเดิม 0[^]*measures list --year 2570/);
    expect(await context.store.get(measures, '2570-1')).toMatchObject({
      ...first,
      promisedIn: null,
      status: 'not-started',
    });
    const entries = await count();
    expect(await bring(first, { title: 'พิมพ์คู่มือ' })).toBe(0);
    expect(said.at(-1)).toContain('เพิ่ม 0 ปรับปรุง 0 เหมือนเดิม 2');
    expect(await count()).toBe(entries);
    expect(await bring({ ...first, owner: 'ผอ.กองคลัง' })).toBe(0);
    expect(said.at(-1)).toContain('ปรับปรุง 1');
    const written = (await context.store.query(audit)).docs.map(({ data }) => [data.by, data.action]);
    expect(written).toEqual([
      ['command', 'measure.add'],
      ['command', 'measure.add'],
    ]);
  });

  it('says which days are doubtful, and takes them all the same', async () => {
    expect(await bring({ title: 'ก', dueDate: '2026-10-15' }, { title: 'ข', dueDate: '2027-10-01' })).toBe(0);
    expect(said.at(-1)).toMatch(
      /"ก" \(2026-10-15\): วันครบกำหนดผ่านไปแล้ว[^]*"ข" \(2027-10-01\): วันครบกำหนดอยู่นอกปีงบประมาณ/,
    );
  });

  it('leaves a measure of the report its words, and says which number is taken', async () => {
    const taken = { format: 'prongsai-measures-1', fiscalYear: 2566, measures: [{ no: 1, title: 'เรื่องใหม่' }] };
    expect(await measuresImport(context, file(taken))).toBe(1);
    expect(said.at(-1)).toMatch(/นำเข้าไม่ได้ 1 ข้อ[^]*measures\[0\] "เรื่องใหม่": เลข 1 เป็นของมาตรการในรายงาน/);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['no JSON', '{', ['ไม่ใช่ JSON ที่ถูกต้อง']],
    ['another file', { format: 'prongsai-result-1' }, ['format', 'measures', 'fiscalYear']],
    ['no measures', plan(), ['measures', 'อย่างน้อย 1']],
    ['an empty title', plan({ title: ' ' }), ['measures[0].title']],
    ['a slip of the key', plan({ title: 'ก', ownr: 'ข' }), ['measures[0]', 'ownr']],
    ['the same title twice', plan({ title: 'ก' }, { title: 'ก' }), ['measures[1].title', 'ซ้ำกับ measures[0]']],
    [
      'the same number twice',
      plan({ no: 1, title: 'ก' }, { no: 1, title: 'ข' }),
      ['measures[1].no', 'ซ้ำกับ measures[0]'],
    ],
    [
      'a division that is not there',
      plan({ title: 'ก', division: 'police' }),
      ['measures[0].division', 'police', 'finance'],
    ],
    ['a day that is none', plan({ title: 'ก', dueDate: '31/3/2570' }), ['measures[0].dueDate']],
    ['an item that is none', plan({ title: 'ก', items: ['X1'] }), ['measures[0].items[0]']],
  ])('names each problem with its place, and writes nothing: %s', async (_, content, words) => {
    const { code, text } = await failureOf(measuresImport(context, file(content)));
    expect(code).toBe(65);
    for (const word of words) expect(text).toContain(word);
    expect(await count()).toBe(0);
  });
});

describe('measures add', () => {
  const add = (title: string, options: MeasuresAddOptions = {}): Promise<number> =>
    measuresAdd(context, title, options);

  it('adds one for this year, once', async () => {
    const options = { items: 'i29', indicators: '5', division: 'finance', due: '31/3/2570', step: ['ก', 'ข'] };
    expect(await add('ทบทวนผลการตรวจสอบ', options)).toBe(0);
    expect(await context.store.get(measures, '2570-1')).toMatchObject({
      items: ['I29'],
      indicators: [5],
      division: 'finance',
      dueDate: '2027-03-31',
      steps: ['ก', 'ข'],
    });
    expect(await add('ทบทวนผลการตรวจสอบ')).toBe(1);
    expect(said.at(-1)).toContain('มีมาตรการนี้ในปีงบประมาณ 2570 แล้ว (2570-1)');
    expect(await add('ทบทวนผลการตรวจสอบ', { year: '2571' })).toBe(0);
  });

  it.each<readonly [string, MeasuresAddOptions, string]>([
    [' ', {}, '1 ถึง 300'],
    ['ก'.repeat(301), {}, '1 ถึง 300'],
    ['ก', { items: 'I29,Z1' }, 'Z1'],
    ['ก', { indicators: '11' }, '1 ถึง 10'],
    ['ก', { division: 'police' }, 'finance (กองคลัง)'],
    ['ก', { due: '31/2/2570' }, 'ไม่ใช่วันที่'],
    ['ก', { year: '2026' }, 'หมายถึง 2569'],
    ['ก', { owner: 'ก'.repeat(201) }, 'ยาวเกินไป'],
  ])('refuses %j with %j and says what to type instead', async (title, options, words) => {
    const { code, text } = await failureOf(add(title, options));
    expect(code).toBe(64);
    expect(text).toContain(words);
    expect(await count()).toBe(0);
  });
});

describe('measures list', () => {
  it('shows every measure with who, until when, how far, and what needs attention', async () => {
    await measuresAdd(context, 'ทบทวนผลการตรวจสอบ', { division: 'finance' });
    said = [];
    expect(await measuresList(context, {})).toBe(0);
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(
      /^2566-1[^]*ยังไม่เริ่ม \| กำหนด 30\/09\/2566 \| ทุกส่วนราชการในสังกัด[^]*! เลยกำหนด, ไม่มีความคืบหน้า 30 วัน/,
    );
    expect(said[3]).toMatch(/^2570-1 {2}ทบทวน[^]*กำหนด 30\/09\/2570 \| กองคลัง/);
    said = [];
    expect(await measuresList(context, { year: '2571' })).toBe(0);
    expect(said[0]).toContain('ยังไม่มีมาตรการ');
  });
});

describe('measures carry', () => {
  it('takes what is unfinished to the next year, once however often it is said', async () => {
    expect(await measuresCarry(context, '๒๕๖๖')).toBe(0);
    expect(said.at(-1)).toMatch(/ไปปี 2567: 3 มาตรการ[^]*2566-1 → 2567-1/);
    const entries = await count();
    expect(await measuresCarry(context, '2566')).toBe(0);
    expect(said.at(-1)).toMatch(/: 0 มาตรการ[^]*ยกไปก่อนหน้านี้แล้ว 3: 2566-1, 2566-2, 2566-3/);
    expect(await count()).toBe(entries);
    said = [];
    await measuresList(context, { year: '2566' });
    expect(said[0]).toContain('ยกไปเป็น 2567-1');
    expect(said[0]).not.toContain('เลยกำหนด');
    const actions = (await context.store.query(audit)).docs.map(({ data }) => data.action);
    expect(new Set(actions)).toEqual(new Set(['measure.carry']));
  });

  it('says so for a year without measures', async () => {
    expect(await measuresCarry(context, '2560')).toBe(1);
    expect(said.at(-1)).toContain('ไม่มีมาตรการในปีงบประมาณ 2560');
    expect((await failureOf(measuresCarry(context, '66'))).code).toBe(64);
  });
});
