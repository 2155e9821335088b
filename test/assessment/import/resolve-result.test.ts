import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AssessmentSchema } from '../../../src/assessment/assessment.ts';
import { resolveResult, type Resolved } from '../../../src/assessment/import/resolve-result.ts';
import { SEED_SCORES } from '../build.ts';
import { at, file, indicators } from './file.ts';

const codes = ({ findings }: Resolved): string[] => findings.map(({ code, about }) => `${code} ${about}`);
const score = ({ assessment }: Resolved, no: number): number | null =>
  assessment.indicators[no - 1]?.figure?.value ?? null;

describe('a document without contradictions', () => {
  it('gives its own figures and no finding', () => {
    const resolved = resolveResult(file());
    expect(resolved.findings).toEqual([]);
    expect(resolved.assessment.overall).toMatchObject({ value: 97.02, basis: 'printed' });
    expect(resolved.assessment.level).toEqual({ printed: 'AA', expected: 'AA' });
  });

  it('without totals has them computed', () => {
    const { assessment } = resolveResult(file({ overall: [], instruments: { IIT: [], EIT: [], OIT: [] } }));
    expect(assessment.overall).toEqual({ value: 97.02, readings: [], basis: 'computed' });
    expect(assessment.instruments.EIT).toEqual({ value: 93.45, readings: [], basis: 'computed' });
  });

  it('may round its totals a little differently', () => {
    const resolved = resolveResult(file({ overall: [at(97.04)] }));
    expect(resolved.assessment.overall).toMatchObject({ value: 97.04, basis: 'printed' });
    expect(resolved.findings).toEqual([]);
  });
});

describe('readings that differ', () => {
  it('are decided by the printed totals', () => {
    const resolved = resolveResult(file({ indicators: indicators({ 6: [84.45, 94.45], 1: [98.17, 100] }) }));
    expect(score(resolved, 6)).toBe(94.45);
    expect(score(resolved, 1)).toBe(98.17);
    expect(codes(resolved)).toEqual(['conflicting-values indicator:1', 'conflicting-values indicator:6']);
    expect(resolved.findings.every(({ needsConfirmation }) => needsConfirmation)).toBe(true);
    expect(resolved.assessment.indicators[5]?.figure).toMatchObject({
      basis: 'corrected',
      readings: [{ value: 84.45 }, { value: 94.45 }],
    });
  });

  it.each([
    ['no total is printed', { overall: [], instruments: { IIT: [], EIT: [], OIT: [] } }, [84.45, 94.45]],
    ['both fit within the tolerance', {}, [94.45, 94.46]],
    ['neither fits', {}, [84.45, 85.45]],
  ])('stay undecided when %s', (_, changes, readings) => {
    const resolved = resolveResult(file({ ...changes, indicators: indicators({ 6: readings }) }));
    expect(score(resolved, 6)).toBeNull();
    expect(codes(resolved)).toContain('conflicting-values indicator:6');
    expect(resolved.findings[0]?.used).toContain('ยังไม่ใช้ค่าใด');
  });

  it('of one instrument are decided even if those of another cannot be', () => {
    const resolved = resolveResult(
      file({
        overall: [],
        instruments: { IIT: [], EIT: [at(93.45)], OIT: [at(100)] },
        indicators: indicators({ 1: [98.17, 89.17], 6: [84.45, 94.45] }),
      }),
    );
    expect(score(resolved, 6)).toBe(94.45);
    expect(score(resolved, 1)).toBeNull();
  });

  it('of a total are decided by the indicators', () => {
    const resolved = resolveResult(file({ overall: [at(97.2), at(97.02)] }));
    expect(resolved.assessment.overall).toMatchObject({ value: 97.02, basis: 'corrected' });
    expect(codes(resolved)).toEqual(['conflicting-values overall']);
  });

  it('in hostile numbers are not tried out but handed to a person', () => {
    const many = Array.from({ length: 20 }, (_, index) => 80 + index);
    const everywhere = Object.fromEntries(SEED_SCORES.map((_, index) => [index + 1, many]));
    const start = performance.now();
    const resolved = resolveResult(file({ indicators: indicators(everywhere) }));
    expect(performance.now() - start).toBeLessThan(2000);
    expect(resolved.assessment.indicators.every(({ figure }) => figure === null)).toBe(true);
    expect(resolved.findings[0]?.why).toContain('เกินกว่าจะลองได้ครบ');
  });
});

describe('totals that do not follow from the indicators', () => {
  it('are recomputed', () => {
    const resolved = resolveResult(file({ overall: [at(98)] }));
    expect(resolved.assessment.overall).toMatchObject({ value: 97.02, basis: 'corrected' });
    expect(codes(resolved)).toEqual(['sum-mismatch overall']);
  });

  it('stay if all four agree with each other: then an indicator is misread', () => {
    const resolved = resolveResult(file({ indicators: indicators({ 6: [84.45] }) }));
    expect(resolved.assessment.instruments.EIT).toMatchObject({ value: 93.45, basis: 'corrected' });
    expect(resolved.assessment.overall).toMatchObject({ value: 97.02, basis: 'printed' });
    expect(codes(resolved)).toEqual(['sum-mismatch instrument:EIT']);
    expect(resolved.findings[0]?.why).toContain('90.12');
  });
});

describe('what is missing', () => {
  it('stays missing', () => {
    const resolved = resolveResult(file({ overall: [], indicators: indicators({ 7: [] }), level: [] }));
    expect(score(resolved, 7)).toBeNull();
    expect(resolved.assessment.instruments.EIT).toMatchObject({ value: 93.45, basis: 'printed' });
    expect(resolved.assessment.overall).toMatchObject({ value: 97.02, basis: 'computed' });
    expect(resolved.assessment.level).toEqual({ printed: null, expected: 'AA' });
  });

  it('keeps totals missing that need it', () => {
    const { assessment } = resolveResult(
      file({ overall: [], instruments: { IIT: [], EIT: [], OIT: [] }, indicators: indicators({ 7: [] }) }),
    );
    expect(assessment.instruments.EIT).toBeNull();
    expect(assessment.overall).toBeNull();
    expect(assessment.level.expected).toBeNull();
  });
});

describe('names', () => {
  const named = (entry: object): unknown[] => [...indicators({ 7: [] }), { readings: [at(93.31)], ...entry }];

  it.each([
    ['an alias without a number', { name: 'ประสิทธิผลการสื่อสาร' }, ['name-variant indicator:7']],
    ['a known name with a wrong number', { no: 8, name: 'ประสิทธิภาพการสื่อสาร' }, ['name-beats-number indicator:7']],
    ['an unknown name with a number', { no: 7, name: 'การสื่อความ' }, ['unknown-name indicator:7']],
    ['the official name', { no: 7, name: 'ประสิทธิภาพการสื่อสาร' }, []],
  ])('%s', (_, entry, found) => {
    const resolved = resolveResult(file({ indicators: named(entry) }));
    expect(score(resolved, 7)).toBe(93.31);
    expect(codes(resolved)).toEqual(found);
  });

  it('of an indicator treated twice with different scores are a mix-up', () => {
    const entries = [...indicators({}), { no: 1, readings: [at(100)] }];
    expect(codes(resolveResult(file({ indicators: entries })))).toEqual(['duplicate-indicator indicator:1']);
  });

  it("of the agency come from its settings, and the document's are compared", () => {
    const agency = [
      { name: 'อบต.ข้างเคียง', where: 'คำนำ' },
      { name: 'อบต.ตัวอย่าง', where: 'ปก' },
    ];
    const configured = resolveResult(file({ agency }), { agencyName: 'อบต.ตัวอย่าง' });
    expect(configured.assessment.agencyName).toBe('อบต.ตัวอย่าง');
    expect(codes(configured)).toEqual(['agency-name-conflict agency']);
    expect(resolveResult(file({ agency })).assessment.agencyName).toBe('อบต.ข้างเคียง');
    expect(codes(resolveResult(file(), { agencyName: 'เทศบาลอื่น' }))).toEqual(['agency-name-conflict agency']);
  });
});

describe('levels', () => {
  const level = (...values: string[]): unknown[] => values.map((value) => ({ value, where: 'หัวข้อ 2' }));

  it.each([
    ['that does not follow from the scores is shown, with a finding', 2565, ['A'], 'A', ['level-mismatch level']],
    ['printed twice, one of them right', 2565, ['A', 'AA'], 'AA', ['conflicting-levels level']],
    ['printed twice, both wrong', 2565, ['A', 'B'], null, ['conflicting-levels level']],
    ['of a year without a confirmed rule is taken as printed', 2566, ['A'], 'A', []],
  ])('one %s', (_, fiscalYear, values, printed, found) => {
    const resolved = resolveResult(file({ fiscalYear, level: level(...values) }));
    expect(resolved.assessment.level.printed).toBe(printed);
    expect(codes(resolved)).toEqual(found);
  });
});

describe('items', () => {
  const item = (code: string, values: readonly number[], more: object = {}): object => ({
    code,
    weak: true,
    readings: values.map(at),
    ...more,
  });
  const answers = { fiscalYear: 2566, title: 'มาตรการ', steps: [], owner: null, period: null, followUp: null };

  it('weak, of different indicators, with the same score are doubtful', () => {
    const resolved = resolveResult(file({ items: [item('I23', [92.32]), item('I29', [92.32]), item('E11', [90])] }));
    expect(resolved.assessment.items.map(({ doubtful }) => doubtful)).toEqual([true, true, false]);
    expect(codes(resolved)).toContain('equal-item-scores item:I23');
  });

  it.each([
    ['of one indicator', [item('I23', [92.32]), item('I24', [92.32])]],
    ['of 100', [item('I23', [100]), item('I29', [100])]],
    ['that are not weak', [item('I23', [92], { weak: false }), item('I29', [92], { weak: false })]],
  ])('%s with the same score are not', (_, items) => {
    expect(resolveResult(file({ items })).assessment.items.some(({ doubtful }) => doubtful)).toBe(false);
  });

  it('with two scores have none', () => {
    const resolved = resolveResult(file({ items: [item('I23', [92.32, 93.32])] }));
    expect(resolved.assessment.items[0]?.figure).toBeNull();
    expect(codes(resolved)).toContain('conflicting-values item:I23');
  });

  it.each([
    ['by its code', { no: 1, indicators: [], items: ['I29'] }, []],
    ['by its indicator', { no: 1, indicators: [5], items: [] }, []],
    ['not at all', { no: 1, indicators: [4], items: ['I23'] }, ['weak-item-without-measure item:I29']],
  ])('are answered by a measure %s', (_, measure, found) => {
    const resolved = resolveResult(file({ items: [item('I29', [])], measures: [{ ...answers, ...measure }] }));
    expect(codes(resolved)).toEqual(found);
    expect(resolved.measures).toHaveLength(1);
  });

  it('and measures with web addresses are pointed out', () => {
    const measure = { ...answers, no: 3, indicators: [], items: [], followUp: 'เผยแพร่ที่ www.example.go.th' };
    expect(codes(resolveResult(file({ measures: [measure] })))).toEqual(['web-address-in-text measure:3']);
  });
});

describe('wording beats the printed code', () => {
  const wording =
    'หน่วยงานของท่าน มีการนำผลการตรวจสอบของฝ่ายตรวจสอบ ทั้งภายในและภายนอกหน่วยงาน ไปปรับปรุงการทำงานเพื่อป้องกันการทุจริตในหน่วยงาน มากน้อยเพียงใด';

  it('where both are known', () => {
    const items = [{ code: 'I24', wording, weak: true, readings: [at(92)] }];
    const resolved = resolveResult(file({ items }));
    expect(resolved.assessment.items[0]).toMatchObject({ code: 'I29', indicator: 5 });
    expect(codes(resolved)).toContain('item-code-wrong item:I29');
  });

  it('and changes nothing where they agree or the wording is unknown', () => {
    const items = [
      { code: 'I29', wording, weak: false },
      { code: 'I24', wording: 'ข้อความอื่น', weak: false },
    ];
    const resolved = resolveResult(file({ items }));
    expect(resolved.assessment.items.map(({ code }) => code)).toEqual(['I29', 'I24']);
    expect(resolved.findings).toEqual([]);
  });
});

describe('sentences about the scores', () => {
  const where = 'หัวข้อ 3';

  it.each([
    ['an order that holds', { kind: 'descending', indicators: [9, 10, 3, 2, 1, 6, 5, 7, 4, 8], where }, []],
    ['an order that does not', { kind: 'descending', indicators: [6, 1], where }, ['claim-mismatch text']],
    ['the lowest', { kind: 'lowest', indicator: 8, where }, []],
    ['not the lowest', { kind: 'lowest', indicator: 6, where }, ['claim-mismatch indicator:6']],
    ['ten above 90', { kind: 'above', score: 90, count: 10, where }, []],
    ['nine above 90', { kind: 'above', score: 90, count: 9, where }, ['claim-mismatch text']],
  ])('%s', (_, claim, found) => expect(codes(resolveResult(file({ claims: [claim] })))).toEqual(found));

  it('are not held against scores that are missing', () => {
    const claims = [
      { kind: 'descending', indicators: [9, 7, 8], where },
      { kind: 'lowest', indicator: 7, where },
      { kind: 'above', score: 90, count: 10, where },
    ];
    expect(codes(resolveResult(file({ claims, indicators: indicators({ 7: [] }) })))).toEqual([]);
  });
});

describe('scores of the web-site check that no set of items can give', () => {
  const oit = (nine: number, ten: number): Record<string, unknown> => {
    const mean = (nine + ten) / 2;
    return {
      overall: [],
      instruments: { IIT: [], EIT: [], OIT: [at(mean)] },
      indicators: indicators({ 9: [nine], 10: [ten] }),
      level: [],
    };
  };

  it.each([
    [97.78, 100, []],
    [97.14, 93.75, []],
    [95, 75, []],
    [97.77, 100, []],
    [99.5, 100, ['impossible-value indicator:9']],
    [100, 98, ['impossible-value indicator:10']],
  ])('%d and %d', (nine, ten, found) => expect(codes(resolveResult(file(oit(nine, ten))))).toEqual(found));

  it('are not judged in years whose list is not confirmed', () => {
    expect(codes(resolveResult(file({ ...oit(99.5, 98), fiscalYear: 2567 })))).toEqual([]);
  });
});

describe('any readings', () => {
  const value = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
  const some = fc.array(value, { maxLength: 3 });
  const files = fc.record({
    fiscalYear: fc.integer({ min: 2562, max: 2570 }),
    overall: some.map((values) => values.map(at)),
    instruments: fc.record({ IIT: some, EIT: some, OIT: some }).map(({ IIT, EIT, OIT }) => ({
      IIT: IIT.map(at),
      EIT: EIT.map(at),
      OIT: OIT.map(at),
    })),
    indicators: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.array(value, { minLength: 1, maxLength: 2 })), {
        maxLength: 14,
      })
      .map((entries) => entries.map(([no, values]) => ({ no, readings: values.map(at) }))),
  });

  it('give a valid assessment whose figures stand in the document or follow from it', () => {
    fc.assert(
      fc.property(files, (given) => {
        const { assessment } = resolveResult(file(given));
        expect(() => AssessmentSchema.parse(assessment)).not.toThrow();
        for (const { figure } of assessment.indicators) {
          if (figure !== null) expect(figure.readings.map(({ value }) => value)).toContain(figure.value);
        }
      }),
      { numRuns: 200 },
    );
  });
});
