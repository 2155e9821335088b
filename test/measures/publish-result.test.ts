import { describe, expect, it } from 'vitest';
import { importDraft } from '../../src/assessment/assessment-records.ts';
import type { DraftMeasure } from '../../src/assessment/draft-measure.ts';
import { NEW_MEASURE, type Measure } from '../../src/measures/measure.ts';
import { measuresOfPublished } from '../../src/measures/measures-of-published.ts';
import { publishYear, unpublishYear } from '../../src/measures/publish-result.ts';
import { assessments, measures } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { assessment, SEED_SCORES } from '../assessment/build.ts';
import { memoryAgency } from '../memory-agency.ts';

const clock = (): Date => new Date('2022-10-03T02:00:00.000Z');
const later = (): Date => new Date('2022-11-03T02:00:00.000Z');

function measure(no: number, title = `มาตรการ ${no}`): DraftMeasure {
  return {
    fiscalYear: 2566,
    no,
    title,
    steps: ['ทำ'],
    indicators: [8],
    items: ['E11'],
    owner: 'สำนักปลัด',
    period: null,
    followUp: null,
  };
}
const draft = (promised: readonly DraftMeasure[], scores = SEED_SCORES): Parameters<typeof importDraft>[1] => ({
  assessment: assessment({ scores }),
  measures: promised,
});
const stored = async (store: AgencyStore): Promise<readonly Measure[]> =>
  (await store.query(measures)).docs.map(({ data }) => data);

describe('importing', () => {
  it('keeps a draft that is not public and has written no measure', async () => {
    const store = memoryAgency();
    await importDraft(store, draft([measure(1)]), clock);
    expect(await store.get(assessments, '2565')).toMatchObject({
      draft: { fiscalYear: 2565 },
      importedAt: '2022-10-03T02:00:00.000Z',
      draftMeasures: [{ no: 1 }],
      published: null,
    });
    expect(await stored(store)).toEqual([]);
  });

  it('again leaves what is published as it is', async () => {
    const store = memoryAgency();
    await importDraft(store, draft([measure(1)]), clock);
    await publishYear(store, 2565, clock);
    await importDraft(store, draft([measure(2)], SEED_SCORES.with(0, 90)), later);
    const record = await store.get(assessments, '2565');
    expect(record?.published?.indicators[0]?.figure?.value).toBe(98.17);
    expect(record?.draft?.indicators[0]?.figure?.value).toBe(90);
    expect((await stored(store)).map(({ no }) => no)).toEqual([1]);
  });
});

describe('publishing', () => {
  it('moves the draft over and writes its measures, once', async () => {
    const store = memoryAgency();
    await importDraft(store, draft([measure(1), measure(2)]), clock);
    expect(await publishYear(store, 2565, clock)).toMatchObject({
      kind: 'published',
      replaced: false,
      measures: { created: ['2566-1', '2566-2'], updated: [], removed: [], kept: [] },
    });
    expect(await publishYear(store, 2565, later)).toEqual({ kind: 'already-published' });
    expect(await store.get(assessments, '2565')).toMatchObject({
      draft: null,
      importedAt: null,
      publishedAt: '2022-10-03T02:00:00.000Z',
    });
    expect(await stored(store)).toMatchObject([
      { no: 1, status: 'not-started', percent: null, progressAt: null, promisedIn: 2565 },
      { no: 2 },
    ]);
  });

  it('says that a year was never imported, and writes nothing', async () => {
    const store = memoryAgency();
    expect(await publishYear(store, 2565, clock)).toEqual({ kind: 'not-imported' });
    expect(await store.count(assessments)).toBe(0);
  });

  it('names the findings that it confirms', async () => {
    const store = memoryAgency();
    const finding = { code: 'a', about: 'overall', says: 'ก', where: 'ข', used: 'ค', why: 'ง' };
    const findings = [
      { ...finding, needsConfirmation: true },
      { ...finding, needsConfirmation: false },
    ];
    await importDraft(store, { assessment: { ...assessment(), findings }, measures: [] }, clock);
    expect(await publishYear(store, 2565, clock)).toMatchObject({ confirmed: [findings[0]] });
  });
});

describe('publishing a corrected result', () => {
  async function republished(change: (store: AgencyStore) => Promise<void>, promised: readonly DraftMeasure[]) {
    const store = memoryAgency();
    await importDraft(store, draft([measure(1), measure(2)]), clock);
    await publishYear(store, 2565, clock);
    await change(store);
    await importDraft(store, draft(promised), later);
    return { store, outcome: await publishYear(store, 2565, later) };
  }
  const progress = (store: AgencyStore): Promise<void> =>
    store.transaction((tx) =>
      tx.update(measures, '2566-1', (old) => ({
        ...old,
        status: 'under-way' as const,
        percent: 40,
        progressAt: later().toISOString(),
      })),
    );

  it('brings the words up to date and keeps the progress', async () => {
    const { store, outcome } = await republished(progress, [measure(1, 'ชื่อใหม่'), measure(2)]);
    expect(outcome).toMatchObject({ replaced: true, measures: { updated: ['2566-1', '2566-2'] } });
    expect((await stored(store))[0]).toMatchObject({ title: 'ชื่อใหม่', status: 'under-way', percent: 40 });
  });

  it('takes away what is no longer promised, unless it has been begun', async () => {
    const { store, outcome } = await republished(progress, [measure(3)]);
    expect(outcome).toMatchObject({ measures: { created: ['2566-3'], removed: ['2566-2'], kept: ['2566-1'] } });
    expect((await stored(store)).map(({ no }) => no)).toEqual([1, 3]);
  });

  it('does not touch a measure that was added by hand under the same number', async () => {
    const byHand = {
      ...measure(3, 'ทำเอง'),
      ...NEW_MEASURE,
      status: 'done' as const,
      percent: 100,
      promisedIn: null,
    };
    const { store, outcome } = await republished((s) => s.create(measures, '2566-3', byHand), [measure(3)]);
    expect(outcome).toMatchObject({ measures: { kept: ['2566-3'] } });
    expect(await store.get(measures, '2566-3')).toEqual(byHand);
  });
});

describe('unpublishing', () => {
  it('makes the result a draft again, and publishing it brings everything back', async () => {
    const store = memoryAgency();
    await importDraft(store, draft([measure(1)]), clock);
    await publishYear(store, 2565, clock);
    const before = { record: await store.get(assessments, '2565'), measures: await stored(store) };
    expect(await unpublishYear(store, 2565, clock)).toEqual({ kind: 'unpublished' });
    expect(await store.get(assessments, '2565')).toMatchObject({ published: null, draftMeasures: [{ no: 1 }] });
    await publishYear(store, 2565, clock);
    expect({ record: await store.get(assessments, '2565'), measures: await stored(store) }).toEqual(before);
  });

  it('leaves a newer draft waiting', async () => {
    const store = memoryAgency();
    await importDraft(store, draft([]), clock);
    await publishYear(store, 2565, clock);
    await importDraft(store, draft([], SEED_SCORES.with(0, 90)), later);
    await unpublishYear(store, 2565, later);
    expect((await store.get(assessments, '2565'))?.draft?.indicators[0]?.figure?.value).toBe(90);
  });

  it.each([
    ['never imported', false, 'not-imported'],
    ['not public', true, 'not-published'],
  ])('says that a year is %s', async (_, imported, kind) => {
    const store = memoryAgency();
    if (imported) await importDraft(store, draft([]), clock);
    expect(await unpublishYear(store, 2565, clock)).toEqual({ kind });
  });
});

it('the public sees measures of published years and those added by hand', () => {
  const rest = NEW_MEASURE;
  const all = [2564, 2565, null].map((promisedIn, index) => ({ ...measure(index + 1), ...rest, promisedIn }));
  expect(measuresOfPublished(all, [2565]).map(({ promisedIn }) => promisedIn)).toEqual([2565, null]);
});
