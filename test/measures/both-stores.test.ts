import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMeasure } from '../../src/measures/add-measure.ts';
import { carryMeasures } from '../../src/measures/carry-measures.ts';
import type { Change } from '../../src/measures/change.ts';
import { pictureIdOf } from '../../src/measures/pictures/picture.ts';
import { planMeasure } from '../../src/measures/plan-measure.ts';
import { PlannedMeasureSchema } from '../../src/measures/plan-file.ts';
import { progressOf, progressSince } from '../../src/measures/read-progress.ts';
import { takeBackNote } from '../../src/measures/take-back-note.ts';
import { undoLast } from '../../src/measures/undo-last.ts';
import { updateMeasure, type Updated } from '../../src/measures/update-measure.ts';
import { NotAllowedError } from '../../src/people/acting-staff.ts';
import { audit, measures, pictures, progress, staff } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { measure } from '../chat/answers/knowledge.ts';
import { actOf, ANN, BEN, CHIEF, NOW, OFFICE, openOffice, staffMember } from './office.ts';

const ID = '2570-1';
const START = { kind: 'start' } as const;
const percent = (value: number): Change => ({ kind: 'percent', percent: value });
const note = (text: string): Change => ({ kind: 'note', note: { text, link: null } });

describe.each(await bothStores())('measures in %s', (_, there, open) => {
  let opened: Store;
  let store: AgencyStore;
  beforeAll(async () => {
    if (there) opened = await open();
  });
  afterAll(() => opened?.close());
  beforeEach(async () => {
    if (!there) return;
    store = opened.agency(randomUUID());
    await openOffice(store);
  });

  const update = (user: string, event: string, change: Change, seen?: number): Promise<Updated> =>
    updateMeasure(store, actOf(user, event, seen), 'staff', change);
  const entries = async (): Promise<readonly string[]> => (await store.query(progress)).docs.map(({ id }) => id);

  it.runIf(there)('change together with their history and the audit', async () => {
    expect(await update(ANN, 'e1', START, 0)).toMatchObject({ kind: 'made', again: false, measure: { revision: 1 } });
    await update(ANN, 'e2', percent(40), 1);
    expect(await store.get(measures, ID)).toMatchObject({ status: 'under-way', percent: 40, revision: 2 });
    expect((await progressOf(store, ID)).map(({ id, data }) => [id, data.revision])).toEqual([
      ['e2', 2],
      ['e1', 1],
    ]);
    expect(await store.get(audit, 'e2-0')).toEqual({
      atMs: NOW.getTime(),
      by: { handle: OFFICE[ANN]?.handle, role: 'staff', division: 'finance' },
      action: 'measure.status',
      subject: ID,
      before: { percent: null },
      after: { percent: 40 },
    });
  });

  it.runIf(there)('change once by one event, however often it is delivered', async () => {
    await update(ANN, 'e1', percent(40), 0);
    await update(BEN, 'e2', percent(60), 1);
    expect(await update(ANN, 'e1', percent(40), 0)).toMatchObject({
      kind: 'made',
      again: true,
      measure: { percent: 60 },
    });
    expect(await store.get(measures, ID)).toMatchObject({ percent: 60, revision: 2 });
    expect((await store.query(audit)).docs).toHaveLength(2);
  });

  it.runIf(there)('are not changed by whoever saw an older picture, who can read what the other did', async () => {
    await update(BEN, 'e1', percent(60), 0);
    await update(BEN, 'e2', note('ตรวจแล้ว'));
    expect(await update(ANN, 'e3', percent(40), 0)).toMatchObject({ kind: 'newer', measure: { percent: 60 } });
    expect(await entries()).toEqual(['e1', 'e2']);
    expect((await progressSince(store, ID, 0)).map(({ data }) => [data.kind, data.by])).toEqual([
      ['percent', { handle: OFFICE[BEN]?.handle, role: 'staff', division: 'finance' }],
      ['note', expect.anything()],
    ]);
    expect(await update(ANN, 'e4', percent(40), 2)).toMatchObject({ kind: 'made', measure: { percent: 40 } });
  });

  it.runIf(there)('take a second tap on one’s own older card, as long as nobody else came between', async () => {
    await update(ANN, 'e1', percent(25), 0);
    expect((await update(ANN, 'e2', percent(50), 0)).kind).toBe('made');
    await update(BEN, 'e3', note('ตรวจแล้ว'));
    expect((await update(ANN, 'e4', percent(75), 2)).kind).toBe('newer');
  });

  it.runIf(there)('take every note, whatever happened meanwhile', async () => {
    await Promise.all([ANN, BEN, CHIEF].map((user, no) => update(user, `n${no}`, note(`บันทึก ${no}`))));
    expect(new Set((await progressOf(store, ID)).map(({ data }) => data.text))).toEqual(
      new Set(['บันทึก 0', 'บันทึก 1', 'บันทึก 2']),
    );
    expect((await store.get(measures, ID))?.revision).toBe(3);
  });

  it.runIf(there)('let one of two take effect who tap at the same time', async () => {
    const both = await Promise.all([update(ANN, 'a', percent(25), 0), update(BEN, 'b', percent(75), 0)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['made', 'newer']);
    expect(await entries()).toHaveLength(1);
  });

  it.runIf(there)('are for the division that looks after them, and for managers', async () => {
    const stranger = `U${'d'.repeat(32)}`;
    await store.set(staff, stranger, staffMember('DDDDDDD4', 'staff', 'health'));
    expect((await update(stranger, 'e1', START, 0)).kind).toBe('not-yours');
    expect((await update(CHIEF, 'e2', START, 0)).kind).toBe('made');
    expect(await entries()).toEqual(['e2']);
  });

  it.runIf(there)('are changed by nobody whose role was withdrawn', async () => {
    const former = { ...staffMember('AAAAAAA1', 'citizen') };
    await store.set(staff, ANN, former);
    await expect(update(ANN, 'e1', START, 0)).rejects.toThrow(NotAllowedError);
    await expect(undoLast(store, actOf(ANN, 'e2', 1))).rejects.toThrow(NotAllowedError);
    await expect(updateMeasure(store, actOf(BEN, 'e3', 0), 'manager', START)).rejects.toThrow(NotAllowedError);
    expect(await entries()).toEqual([]);
  });

  it.runIf(there)('are as they were when a change is undone, once however often the tap is delivered', async () => {
    await update(ANN, 'e1', percent(40), 0);
    const before = await store.get(measures, ID);
    await update(ANN, 'e2', { kind: 'stop', reason: 'งบไม่พอ' }, 1);
    for (let times = 0; times < 3; times += 1)
      expect(await undoLast(store, actOf(ANN, 'u', 2))).toMatchObject({ kind: 'undone', undone: { kind: 'stop' } });
    const { revision: _, lastChange: __, ...standing } = before ?? ({} as never);
    expect(await store.get(measures, ID)).toMatchObject({ ...standing, revision: 3 });
    expect((await progressOf(store, ID)).map(({ data }) => data.kind)).toEqual(['undo', 'percent']);
  });

  it.runIf(there)('stay as they are when somebody has changed them since', async () => {
    await update(ANN, 'e1', percent(40), 0);
    await update(BEN, 'e2', note('ตรวจแล้ว'));
    expect(await undoLast(store, actOf(ANN, 'u', 1))).toMatchObject({ kind: 'not-undone', reason: 'changed-since' });
    expect(await undoLast(store, actOf(ANN, 'u2', 2))).toMatchObject({ kind: 'not-undone', reason: 'not-yours' });
    expect(await store.get(measures, ID)).toMatchObject({ percent: 40, revision: 2 });
  });

  it.runIf(there)(
    'lose a picture with the entry that is undone, and get an earlier one back as it is now',
    async () => {
      const send = (event: string, days: number): Promise<Updated> =>
        updateMeasure(store, { ...actOf(ANN, event), atMs: NOW.getTime() + days * 86_400_000 }, 'staff', {
          kind: 'picture',
          messageId: event,
        });
      await send('p1', 0);
      const first = await store.get(pictures, pictureIdOf('p1'));
      if (!first) throw new Error('it was announced');
      await send('p2', 1);
      await store.set(pictures, pictureIdOf('p1'), { ...first, state: 'lost', lostBecause: 'gone', messageId: null });
      await undoLast(store, { ...actOf(ANN, 'u', 2), atMs: NOW.getTime() + 86_400_000 });
      expect(await store.get(pictures, pictureIdOf('p2'))).toBeUndefined();
      expect((await store.get(measures, ID))?.lastNote?.picture).toMatchObject({
        id: pictureIdOf('p1'),
        state: 'lost',
      });
    },
  );

  it.runIf(there)(
    'forget a note or picture whose LINE message is taken back, the newest and an older one, once',
    async () => {
      const say = (event: string, change: Change | { kind: 'picture'; messageId: string }): Promise<Updated> =>
        updateMeasure(store, { ...actOf(ANN, event), messageId: `m-${event}` }, 'staff', change);
      const unsend = (event: string): Promise<void> => takeBackNote(store, `m-${event}`, NOW.getTime() + 1_000);
      await say('p', { kind: 'picture', messageId: 'm-p' });
      await say('n1', note('ข้อความแรก'));
      await say('n2', note('ข้อความที่สอง'));
      for (let times = 0; times < 2; times += 1) await unsend('n2');
      expect((await store.get(measures, ID))?.lastNote).toMatchObject({ text: 'ข้อความแรก' });
      await unsend('p');
      expect((await store.get(measures, ID))?.lastNote).toMatchObject({ text: 'ข้อความแรก', picture: null });
      expect(await store.get(pictures, pictureIdOf('p'))).toBeUndefined();
      await unsend('n1');
      expect(await store.get(measures, ID)).toMatchObject({ lastNote: null, revision: 6 });
      await takeBackNote(store, 'm-unknown', NOW.getTime());
      expect((await progressOf(store, ID)).map(({ data }) => data.kind)).toEqual(['undo', 'undo', 'undo']);
    },
  );

  it.runIf(there)(
    'are added by managers, once by one event, under the next number, and can be taken back',
    async () => {
      const added = { ...PlannedMeasureSchema.parse({ title: 'เพิ่มช่องทาง', items: ['I29'] }), fiscalYear: 2570 };
      const add = (event: string) => addMeasure(store, actOf(CHIEF, event), added, 2);
      await expect(addMeasure(store, actOf(ANN, 'x'), added, 2)).rejects.toThrow(NotAllowedError);
      expect(await add('a1')).toMatchObject({ kind: 'added', measure: { no: 2, revision: 1, promisedIn: null } });
      expect(await add('a1')).toMatchObject({ kind: 'added', measure: { no: 2 } });
      expect(await add('a2')).toMatchObject({ kind: 'added', measure: { no: 3 } });
      const undo = { ...actOf(CHIEF, 'u', 1), measure: '2570-2' };
      for (let times = 0; times < 2; times += 1)
        expect(await undoLast(store, undo)).toMatchObject({ kind: 'removed', undone: { kind: 'add' } });
      expect(await add('a1')).toEqual({ kind: 'gone' });
      expect(await add('a3')).toMatchObject({ kind: 'added', measure: { no: 2 } });
      expect((await progressOf(store, '2570-2')).map(({ id }) => id)).toEqual(['a3']);
    },
  );

  it.runIf(there)('that are unfinished go on in the next year, each once', async () => {
    await update(ANN, 'e1', percent(40), 0);
    await update(ANN, 'e2', note('ทำไปครึ่งหนึ่ง'));
    for (const [no, status] of [
      [2, 'done'],
      [3, 'stopped'],
      [4, 'not-started'],
    ] as const)
      await store.set(measures, `2570-${no}`, measure(no, { fiscalYear: 2570, promisedIn: null, status }));
    await store.set(measures, '2571-4', measure(4, { fiscalYear: 2571, promisedIn: null }));
    const clock = (): Date => NOW;
    expect(await carryMeasures(store, 2570, clock)).toMatchObject({
      carried: [
        { from: ID, to: '2571-1' },
        { from: '2570-4', to: '2571-5' },
      ],
      closed: ['2570-2', '2570-3'],
    });
    expect(await carryMeasures(store, 2570, clock)).toMatchObject({ carried: [], before: [ID, '2570-4'] });
    expect(await store.get(measures, ID)).toMatchObject({ carriedTo: '2571-1', percent: 40 });
    expect(await store.get(measures, '2571-1')).toMatchObject({
      carriedFrom: ID,
      percent: 40,
      status: 'under-way',
      period: null,
      revision: 1,
      lastNote: { text: 'ทำไปครึ่งหนึ่ง' },
    });
    expect((await update(ANN, 'e3', percent(50), 3)).kind).toBe('refused');
    expect((await store.query(measures)).docs).toHaveLength(7);
    const carries = (await store.query(audit)).docs.filter(({ data }) => data.action === 'measure.carry');
    expect(carries.map(({ data }) => data.subject).sort()).toEqual([ID, '2570-4', '2571-1', '2571-5'].sort());
  });

  it.runIf(there)(
    'are planned by a command: added once, brought up to date, the words of a report left alone',
    async () => {
      const plan = (run: string, more: object) =>
        planMeasure(store, 2570, PlannedMeasureSchema.parse({ title: 'เพิ่มช่องทาง', ...more }), { run, at: NOW });
      expect(await plan('r1', {})).toMatchObject({ kind: 'added', measure: { no: 2 } });
      expect(await plan('r2', {})).toMatchObject({ kind: 'unchanged' });
      expect(await plan('r3', { owner: 'กองคลัง', division: 'finance', dueDate: '2027-03-31' })).toMatchObject({
        kind: 'updated',
        measure: { no: 2, owner: 'กองคลัง', division: 'finance', dueDate: '2027-03-31', revision: 3 },
      });
      await store.set(measures, '2570-7', measure(7, { fiscalYear: 2570, promisedIn: 2569, title: 'ตามรายงาน' }));
      expect(await plan('r4', { no: 7 })).toMatchObject({ kind: 'number-taken', measure: { title: 'ตามรายงาน' } });
      expect(await plan('r5', { no: 7, title: 'ตามรายงาน', owner: 'อื่น', division: 'health' })).toMatchObject({
        kind: 'updated',
        measure: { owner: 'ทุกส่วนราชการในสังกัด', division: 'health' },
      });
    },
  );
});
