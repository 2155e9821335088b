import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadFile } from '../../src/json-file/bad-file.ts';
import { MAX_FILE_BYTES, readJson } from '../../src/json-file/read-json.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  list: z.array(z.strictObject({ score: z.number().max(100) })).max(3),
  kind: z.enum(['a', 'b']),
});
const good = { name: 'ก', list: [{ score: 1 }], kind: 'a' };

function problemsOf(text: string): BadFile['problems'] {
  try {
    readJson(text, schema);
  } catch (error) {
    if (error instanceof BadFile) return error.problems;
    throw error;
  }
  return [];
}

describe('a JSON file', () => {
  it('is read, also with the byte order mark that Windows editors write', () => {
    expect(readJson(`\uFEFF${JSON.stringify(good)}`, schema)).toEqual(good);
  });

  it('is told every problem at once, each with its place and a fix', () => {
    const problems = problemsOf(JSON.stringify({ list: [{ score: 'สูง' }, { score: 101, extra: 1 }], kind: 'c' }));
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'kind',
      'list[0].score',
      'list[1]',
      'list[1].score',
      'name',
    ]);
    for (const { problem, fix } of problems) {
      expect(problem).toMatch(/[ก-๙]/);
      expect(fix).toMatch(/[ก-๙]/);
    }
    expect(problems.find(({ path }) => path === 'list[0].score')?.problem).toContain('"สูง"');
  });

  it.each([
    ['no JSON', '{ "name": '],
    ['an empty file', ''],
    ['deep nesting', '['.repeat(100_000)],
    ['another kind of value', '[]'],
    ['a key that is no data', '{"__proto__": {"name": "ก"}}'],
  ])('that holds %s is refused in words', (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(new BadFile(problems).message).not.toMatch(/\n\s+at /);
  });

  it('of one byte too many is refused without being read', () => {
    const text = JSON.stringify({ ...good, name: 'x' });
    const padded = text + ' '.repeat(MAX_FILE_BYTES - text.length);
    expect(problemsOf(padded)).toEqual([]);
    expect(problemsOf(`${padded} `)[0]?.problem).toContain('1024 KiB');
  });

  it('with very many problems gets a message of bounded length that says how many there are', () => {
    const problems = Array.from({ length: 1000 }, (_, index) => ({ path: `a[${index}]`, problem: 'ผิด', fix: 'แก้' }));
    expect(new BadFile(problems).message.split('\n')).toHaveLength(102);
    expect(new BadFile(problems).message).toContain('950 จุด');
  });
});
