import { describe, expect, it } from 'vitest';
import type { AnswerContext, Knowledge, Reply } from '../../../src/chat/answer.ts';
import { decodePostback } from '../../../src/chat/postback.ts';
import { BOARD_LISTS, type Intent, type Request } from '../../../src/chat/request.ts';
import type { Desk } from '../../../src/chat/feedback/desk.ts';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { measureId, type Measure } from '../../../src/measures/measure.ts';
import { pictureIdOf } from '../../../src/measures/pictures/picture.ts';
import { measures, progress, staff } from '../../../src/store/collections.ts';
import type { Cards } from '../../../src/flex/cards.ts';
import { ANN, BEN, CHIEF, NOW, OFFICE, staffMember } from '../../measures/office.ts';
import { CARDS, contextOf, emptyDesk, heavy, LONG_WORDS, measure, replyWith, STATES } from './knowledge.ts';
import { objectsIn, postbacksIn, wordsOn } from './look-into.ts';

const WORK_INTENTS: readonly Intent[] = [
  ...(['my_work', 'work_measure', 'measure_board', 'assign_measure', 'measure_due', 'add_measure'] as const),
];
const DIVISIONS = [
  { id: 'office', name: 'สำนักปลัด' },
  { id: 'finance', name: 'กองคลัง' },
  { id: 'health', name: 'กองสาธารณสุข' },
];

/** The example agency with divisions. */
const agency = (STATES['one year'] as Knowledge).agency;
const seed: Knowledge = { ...(STATES['one year'] as Knowledge), agency: agency && { ...agency, divisions: DIVISIONS } };
const withMeasures = (...more: Measure[]): Knowledge => ({ ...seed, measures: [...seed.measures, ...more] });

const FULL = 'ก'.repeat(999);
/** As much as the schemas allow, in every state a measure can be in. */
const LOADED = withMeasures(
  ...(['not-started', 'under-way', 'done', 'stopped'] as const).map((status, no) =>
    measure(no + 1, {
      fiscalYear: 2570,
      promisedIn: null,
      title: LONG_WORDS,
      status,
      percent: status === 'done' ? 100 : status === 'not-started' ? null : 40,
      stoppedBecause: status === 'stopped' ? FULL : null,
      division: 'finance',
      owner: null,
      progressAt: NOW.toISOString(),
      lastNote: {
        text: FULL,
        link: `https://example.go.th/${'a'.repeat(950)}`,
        picture: { id: pictureIdOf('p'), state: 'kept', width: 1280, height: 960, lostBecause: null },
        at: NOW.toISOString(),
      },
      carriedTo: status === 'not-started' ? '2571-1' : null,
    }),
  ),
);

/** A desk at which these people work on these measures. */
async function deskOf(knowledge: Knowledge): Promise<Desk> {
  const desk = emptyDesk();
  for (const [id, member] of Object.entries(OFFICE)) await desk.store.set(staff, id, member);
  for (const one of knowledge.measures) await desk.store.set(measures, measureId(one), one);
  return desk;
}

/** What a staff member asks by an event of its own. */
function contextFor(knowledge: Knowledge, userId: string, eventId: string, more: Partial<AnswerContext> = {}) {
  const user = { id: userId, eventMs: NOW.getTime(), nowMs: NOW.getTime(), eventId, staff: OFFICE[userId] };
  return contextOf(knowledge, { user, currentFiscalYear: 2570, publicUrl: 'https://ita.example.go.th', ...more });
}

/** Goes through the work by its buttons alone, from the two phrases, each tap an event of its own. */
async function crawl(knowledge: Knowledge, userId: string) {
  const desk = await deskOf(knowledge);
  const cards = new Set<string>();
  const intents = new Set<Intent>();
  const seen = new Set<string>();
  const refused: unknown[] = [];
  const watching: Cards = {
    names: CARDS.names,
    render(name, data) {
      cards.add(name);
      return CARDS.render(name, data);
    },
  };
  // Revisions grow with every tap, which would make ever new buttons.
  const plain = (data: string): string => data.replace(/&(?:rev|percent)=\d+/g, '');
  let events = 0;
  const ask = async (request: Request, more: Partial<AnswerContext> = {}): Promise<void> => {
    intents.add(request.intent);
    const context = contextFor(knowledge, userId, `event-${(events += 1)}`, { cards: watching, ...more });
    const reply = await replyWith(request, context, desk);
    const problems = checkMessages(reply.messages);
    if (problems.length > 0) refused.push({ request, problems });
    if (reply.waitFor?.for === 'input') {
      const waits = decodePostback(reply.waitFor.request);
      if (!waits) throw new Error(`the chat waits for nothing: ${reply.waitFor.request}`);
      const inputs = [
        { kind: 'words', text: 'จัดอบรมแล้ว https://example.go.th/a', messageId: '1' },
        { kind: 'words', text: '60', messageId: '2' },
        { kind: 'words', text: ' ', messageId: '3' },
        ...(reply.waitFor.picture ? [{ kind: 'picture', messageId: '4' } as const] : []),
      ] as const;
      const key = plain(reply.waitFor.request);
      if (!seen.has(key)) {
        seen.add(key);
        for (const input of inputs) await ask(waits, { input });
      }
    }
    await follow(reply);
  };
  const follow = async (reply: Reply): Promise<void> => {
    const taps = postbacksIn(reply).map((data) => [data, {}] as const);
    const picks = objectsIn(reply.messages)
      .filter((part) => part['type'] === 'datetimepicker')
      .flatMap((part) => ['2027-01-15', '2020-01-01'].map((date) => [String(part['data']), { date }] as const));
    for (const [data, more] of [...taps, ...picks]) {
      const key = plain(data) + JSON.stringify(more);
      if (seen.has(key)) continue;
      seen.add(key);
      const request = decodePostback(data);
      if (!request) throw new Error(`a button leads nowhere: ${data}`);
      if (WORK_INTENTS.includes(request.intent)) await ask(request, more);
      else intents.add(request.intent);
    }
  };
  await ask({ intent: 'my_work', slots: {} });
  if (userId === CHIEF) await ask({ intent: 'measure_board', slots: {} });
  return { cards, intents, seen, refused, desk };
}

describe('work on measures, used without typing', () => {
  it.each([
    ['the example agency', seed],
    ['measures in every state, full of words', LOADED],
    ['50 measures with words of 300 characters', heavy(50)],
    ['nothing at all', STATES['nothing at all'] as Knowledge],
  ])(
    'is something LINE takes at every step, and has no dead end: %s',
    async (_, knowledge) => {
      for (const userId of [ANN, CHIEF]) {
        const { refused, seen } = await crawl(knowledge, userId);
        expect(refused).toEqual([]);
        expect(seen.size).toBeGreaterThan(2);
      }
    },
    // With 50 measures there are thousands of cards to fill and check, and other work may go on beside.
    180_000,
  );

  it('reaches everything there is for a manager, and for an officer all but what managers do', async () => {
    const chief = await crawl(LOADED, CHIEF);
    expect(WORK_INTENTS.filter((intent) => !chief.intents.has(intent))).toEqual([]);
    const cards = [
      'assign-measure',
      'measure-board',
      'measure-due',
      'work-ask',
      'work-history',
      'work-list',
      'work-measure',
      'work-sure',
    ];
    expect(cards.filter((name) => !chief.cards.has(name))).toEqual([]);
    const officer = await crawl(LOADED, ANN);
    expect(WORK_INTENTS.filter((intent) => officer.intents.has(intent))).toEqual(['my_work', 'work_measure']);
  });

  it('writes down each step in the name of whoever tapped', async () => {
    const { desk } = await crawl(LOADED, ANN);
    const { docs } = await desk.store.query(progress, { limit: 1_000 });
    expect(docs.length).toBeGreaterThan(8);
    for (const { data } of docs) expect(data.by).toMatchObject({ handle: OFFICE[ANN]?.handle });
  });
});

/** A desk and what somebody says at it, each an event of its own. */
async function talk(knowledge: Knowledge) {
  const desk = await deskOf(knowledge);
  let events = 0;
  const say = (userId: string, request: Request, more: Partial<AnswerContext> = {}): Promise<Reply> =>
    replyWith(request, contextFor(knowledge, userId, `e${(events += 1)}`, more), desk);
  const words = (text: string) => ({ input: { kind: 'words', text, messageId: '1' } }) as const;
  const work = (slots: object): Request => ({ intent: 'work_measure', slots: { measure: 1, year: 2570, ...slots } });
  const stored = () => desk.store.get(measures, '2570-1');
  return { desk, say, words, work, stored };
}
const FRESH = withMeasures(measure(1, { fiscalYear: 2570, promisedIn: null, division: 'finance' }));

describe('an officer at work', () => {
  it('sees the own division’s measures and everybody’s, late ones first, and finds the finished ones behind a button', async () => {
    const { say } = await talk(
      withMeasures(
        measure(1, { fiscalYear: 2570, promisedIn: null, division: 'finance', title: 'ของกองคลัง' }),
        measure(2, { fiscalYear: 2570, promisedIn: null, division: 'health', title: 'ของกองสาธารณสุข' }),
        measure(3, { fiscalYear: 2570, promisedIn: null, status: 'done', percent: 100, title: 'เสร็จแล้ว' }),
      ),
    );
    const said = wordsOn(await say(ANN, { intent: 'my_work', slots: {} }));
    expect(said).toMatch(/กองคลัง[^]*เลยกำหนดแล้ว 3 มาตรการ[^]*เลยกำหนด 30 ก.ย. 2566[^]*ของกองคลัง[^]*เสร็จหรือยุติแล้ว \(1\)/);
    for (const hidden of ['ของกองสาธารณสุข', '3. เสร็จแล้ว']) expect(said).not.toContain(hidden);
    expect(wordsOn(await say(ANN, { intent: 'my_work', slots: { done: true } }))).toContain('3. เสร็จแล้ว');
    expect(wordsOn(await say(CHIEF, { intent: 'my_work', slots: {} }))).toContain('ของกองสาธารณสุข');
  });

  it('is asked at 100 % whether it is done, and either answer is taken', async () => {
    const { say, work, stored } = await talk(FRESH);
    const asked = await say(ANN, work({ percent: 100, rev: 0 }));
    expect(wordsOn(asked)).toMatch(/ทำเสร็จแล้วใช่ไหม[^]*เสร็จแล้ว[^]*ยังไม่เสร็จ/);
    expect((await stored())?.revision).toBe(0);
    await say(ANN, decodePostback(postbacksIn(asked)[1] ?? '') as Request);
    expect(await stored()).toMatchObject({ status: 'under-way', percent: 100 });
    await say(ANN, decodePostback(postbacksIn(asked)[0] ?? '') as Request);
    expect(await stored()).toMatchObject({ status: 'done', percent: 100 });
  });

  it.each([
    ['60', 60],
    ['๖๐ %', 60],
    ['ร้อยละ 60', 60],
    ['60 เปอร์เซ็นต์', 60],
    ['0', 0],
  ])('may type a percent as %j', async (text, percent) => {
    const { say, work, words, stored } = await talk(FRESH);
    const asked = await say(ANN, work({ act: 'percent', rev: 0 }));
    expect(asked.waitFor).toMatchObject({ for: 'input', picture: false });
    await say(ANN, work({ act: 'percent', rev: 0 }), words(text));
    expect((await stored())?.percent).toBe(percent);
  });

  it.each(['มาก', '101', '5.5', '-3', '60 70', ''])('is asked again for a percent like %j', async (text) => {
    const { say, work, words, stored } = await talk(FRESH);
    const reply = await say(ANN, work({ act: 'percent', rev: 0 }), words(text));
    expect(wordsOn(reply)).toContain('0 ถึง 100');
    expect(reply.waitFor).toMatchObject({ for: 'input' });
    expect((await stored())?.revision).toBe(0);
  });

  it('is told before writing that citizens will read it, and asked again for what is empty or too long', async () => {
    const { say, work, words, stored } = await talk(FRESH);
    const asked = await say(ANN, work({ act: 'note' }));
    expect(wordsOn(asked)).toContain('ประชาชนจะอ่านได้ตามที่พิมพ์');
    expect(asked.waitFor).toMatchObject({ for: 'input', picture: true });
    for (const text of [' ', 'ก'.repeat(1_001)]) {
      const again = await say(ANN, work({ act: 'note' }), words(text));
      expect(again.waitFor).toMatchObject({ for: 'input' });
    }
    expect((await stored())?.revision).toBe(0);
    const noted = await say(ANN, work({ act: 'note' }), words('จัดอบรมแล้ว ดู https://example.go.th/a'));
    expect(noted.waitFor).toBeUndefined();
    expect(wordsOn(noted)).toMatch(/บันทึกแล้ว ประชาชนอ่าน[^]*ยกเลิกรายการนี้[^]*จัดอบรมแล้ว[^]*เปิดลิงก์หลักฐาน/);
    expect((await stored())?.lastNote).toMatchObject({ link: 'https://example.go.th/a' });
  });

  it('who was to send a picture and wrote words is asked again, and nothing of them is published', async () => {
    const { say, work, words, stored } = await talk(FRESH);
    const reply = await say(ANN, work({ act: 'picture' }), words('คะแนนรวม'));
    expect(reply.waitFor).toMatchObject({ picture: true });
    expect((await stored())?.revision).toBe(0);
  });

  it('stops a measure with a reason, and is asked for it again when there is none', async () => {
    const { say, work, words, stored } = await talk(FRESH);
    await say(ANN, work({ act: 'stop', rev: 0 }));
    const again = await say(ANN, work({ act: 'stop', rev: 0 }), words('  '));
    expect(again.waitFor).toMatchObject({ for: 'input' });
    await say(ANN, work({ act: 'stop', rev: 0 }), words('รวมกับมาตรการที่ 2'));
    expect(await stored()).toMatchObject({ status: 'stopped', stoppedBecause: 'รวมกับมาตรการที่ 2' });
    expect(wordsOn(await say(BEN, work({})))).toMatch(/ยุติเพราะ\nรวมกับมาตรการที่ 2/);
  });

  it('sees what another did meanwhile, who and when, and can go on all the same', async () => {
    const { say, work, stored } = await talk(FRESH);
    await say(BEN, work({ percent: 75, rev: 0 }));
    const told = await say(ANN, work({ percent: 50, rev: 0 }));
    expect(wordsOn(told)).toMatch(
      /ยังไม่ได้บันทึก[^]*คืบหน้า 75%\nคุณBBBBBBB2 \(กองคลัง\) · 22 พ.ย. 2569 10:00 น.[^]*ตั้งเป็น 50% ตามเดิม/,
    );
    expect((await stored())?.percent).toBe(75);
    await say(ANN, decodePostback(postbacksIn(told)[0] ?? '') as Request);
    expect((await stored())?.percent).toBe(50);
  });

  it('who wants to stop what another has just moved is told before writing the reason', async () => {
    const { say, work } = await talk(FRESH);
    await say(BEN, work({ percent: 75, rev: 0 }));
    const told = await say(ANN, work({ act: 'stop', rev: 0 }));
    expect(wordsOn(told)).toMatch(/คืบหน้า 75%[^]*ยุติตามเดิม/);
    const asked = await say(ANN, decodePostback(postbacksIn(told)[0] ?? '') as Request);
    expect(asked.waitFor).toMatchObject({ for: 'input' });
  });

  it('takes back the last step by the button on its confirmation, and hears if somebody came between', async () => {
    const { say, work, words, stored } = await talk(FRESH);
    const undoOf = (reply: Reply): Request =>
      decodePostback(postbacksIn(reply).find((data) => data.includes('act=undo')) ?? '') as Request;
    const moved = await say(ANN, work({ percent: 50, rev: 0 }));
    expect(wordsOn(await say(ANN, undoOf(moved)))).toContain('ยกเลิกแล้ว: คืบหน้า 50%');
    expect(await stored()).toMatchObject({ status: 'not-started', percent: null, progressAt: null });
    const again = await say(ANN, work({ percent: 25, rev: 2 }));
    await say(BEN, work({ act: 'note' }), words('ตรวจแล้ว'));
    expect(wordsOn(await say(ANN, undoOf(again)))).toMatch(/ยกเลิกไม่ได้[^]*บันทึก: ตรวจแล้ว/);
    expect(await stored()).toMatchObject({ percent: 25, lastNote: { text: 'ตรวจแล้ว' } });
  });

  it('of another division may look and is told kindly that it is not theirs to change', async () => {
    const { desk, say, work, stored } = await talk(FRESH);
    await desk.store.set(staff, BEN, staffMember('BBBBBBB2', 'staff', 'health'));
    const said = await say(BEN, work({ act: 'start', rev: 0 }));
    expect(wordsOn(said)).toContain('อยู่ในความดูแลของหน่วยอื่น');
    expect((await stored())?.revision).toBe(0);
  });

  it('reads the whole history, newest first, with names', async () => {
    const { say, work, words } = await talk(FRESH);
    for (let no = 1; no <= 8; no += 1) await say(no % 2 ? ANN : BEN, work({ act: 'note' }), words(`บันทึกที่ ${no}`));
    const first = await say(ANN, work({ act: 'history' }));
    expect(wordsOn(first)).toMatch(/บันทึกที่ 8\nคุณBBBBBBB2[^]*บันทึกที่ 3[^]*อีก 2 รายการ/);
    expect(wordsOn(await say(ANN, work({ act: 'history', page: 2 })))).toMatch(/บันทึกที่ 2[^]*บันทึกที่ 1/);
  });

  it('is told on the card that a picture was lost, and why', async () => {
    const lost = { id: pictureIdOf('p'), state: 'lost', width: null, height: null, lostBecause: 'too-big' } as const;
    const { say, work } = await talk(
      withMeasures(
        measure(1, {
          fiscalYear: 2570,
          promisedIn: null,
          lastNote: { text: null, link: null, picture: lost, at: NOW.toISOString() },
        }),
      ),
    );
    expect(wordsOn(await say(ANN, work({})))).toContain('รับไม่สำเร็จ: รูปใหญ่เกินไป กรุณาส่งใหม่');
  });
});

describe('a manager', () => {
  it('sees what needs attention first, each list behind its count, and the one weakness without a measure', async () => {
    const { say } = await talk(seed);
    const board = await say(CHIEF, { intent: 'measure_board', slots: {} });
    expect(wordsOn(board)).toMatch(
      /เลยกำหนด\n3 มาตรการ[^]*จุดอ่อนที่ยังไม่มีมาตรการ\n1 เรื่อง[^]*ไม่มีความคืบหน้า 30 วัน\n3 มาตรการ[^]*ยังไม่เริ่ม\n3 มาตรการ[^]*ไม่มีรายการ: ยังไม่มีผู้รับผิดชอบ, กำลังดำเนินการ/,
    );
    const uncovered = await say(CHIEF, { intent: 'measure_board', slots: { list: 'uncovered' } });
    expect(wordsOn(uncovered)).toMatch(/ข้อ I29[^]*ที่มา:/);
    expect(postbacksIn(uncovered)).toContain('intent=add_measure&code=I29');
  });

  it('finds every measure in the lists it belongs to', async () => {
    const { say } = await talk(
      withMeasures(
        measure(4, { fiscalYear: 2570, promisedIn: null, owner: null, title: 'ไม่มีเจ้าของ' }),
        measure(5, {
          fiscalYear: 2570,
          promisedIn: null,
          status: 'under-way',
          progressAt: NOW.toISOString(),
          title: 'เดินหน้า',
        }),
        measure(6, { fiscalYear: 2570, promisedIn: null, carriedTo: '2571-6', title: 'ยกไปแล้ว' }),
      ),
    );
    const lists = new Map<string, string>();
    for (const list of BOARD_LISTS)
      lists.set(list, wordsOn(await say(CHIEF, { intent: 'measure_board', slots: { list } })));
    const holding = (title: string): string[] =>
      [...lists].flatMap(([list, said]) => (said.includes(title) ? [list] : []));
    expect(holding('ไม่มีเจ้าของ')).toEqual(['no-owner', 'silent', 'not-started']);
    expect(holding('เดินหน้า')).toEqual(['under-way']);
    expect(holding('ยกไปแล้ว')).toEqual([]);
  });

  it('gives a measure to a division, and takes it back', async () => {
    const { say, stored } = await talk(FRESH);
    const ask: Request = { intent: 'assign_measure', slots: { measure: 1, year: 2570, rev: 0 } };
    const choice = await say(CHIEF, ask);
    expect(wordsOn(choice)).toMatch(/ขณะนี้\nกองคลัง[^]*สำนักปลัด[^]*กองคลัง\nขณะนี้[^]*กองสาธารณสุข/);
    await say(CHIEF, { intent: 'assign_measure', slots: { ...ask.slots, division: 'health' } });
    expect((await stored())?.division).toBe('health');
    await say(CHIEF, { intent: 'assign_measure', slots: { ...ask.slots, rev: 1, nobody: true } });
    expect((await stored())?.division).toBeNull();
    await say(CHIEF, { intent: 'assign_measure', slots: { ...ask.slots, rev: 2, division: 'no-such' } });
    expect((await stored())?.revision).toBe(2);
  });

  it('is told where divisions come from when there are none', async () => {
    const agency = STATES['one year']?.agency;
    if (!agency) throw new Error('the state is named in knowledge.ts');
    const { say } = await talk({ ...FRESH, agency: { ...agency, divisions: [] } });
    const said = wordsOn(await say(CHIEF, { intent: 'assign_measure', slots: { measure: 1, year: 2570 } }));
    expect(said).toContain('divisions');
  });

  it('picks a due day, and is asked once about one that is over or outside the year', async () => {
    const { say, stored } = await talk(FRESH);
    const due = (slots: object = {}): Request => ({
      intent: 'measure_due',
      slots: { measure: 1, year: 2570, rev: 0, ...slots },
    });
    const [picker] = objectsIn((await say(CHIEF, due())).messages).filter((part) => part['type'] === 'datetimepicker');
    expect(picker).toMatchObject({ mode: 'date', initial: '2027-09-30', min: '2025-11-22', max: '2027-11-22' });
    const asked = await say(CHIEF, due(), { date: '2026-01-05' });
    expect(wordsOn(asked)).toMatch(
      /กำหนดเสร็จ 5 ม.ค. 2569 ใช่ไหม[^]*ผ่านไปแล้ว[^]*นอกปีงบประมาณ 2570 \(1 ต.ค. 2569 ถึง 30 ก.ย. 2570\)/,
    );
    expect((await stored())?.dueDate).toBeNull();
    await say(CHIEF, decodePostback(postbacksIn(asked)[0] ?? '') as Request);
    expect((await stored())?.dueDate).toBe('2026-01-05');
    await say(CHIEF, due({ rev: 1 }), { date: '2027-03-31' });
    expect((await stored())?.dueDate).toBe('2027-03-31');
    await say(CHIEF, due({ rev: 2, none: true }));
    expect((await stored())?.dueDate).toBeNull();
  });

  it('who said yes to one doubtful day is asked again about another', async () => {
    const { say, stored } = await talk(FRESH);
    const sure: Request = {
      intent: 'measure_due',
      slots: { measure: 1, year: 2570, rev: 0, day: '2026-01-05', sure: true },
    };
    expect(wordsOn(await say(CHIEF, sure, { date: '2020-01-01' }))).toContain('ใช่ไหม');
    expect((await stored())?.dueDate).toBeNull();
  });

  it('adds a measure for the weakness that has none, which then is on the board no more', async () => {
    const { desk, say, words } = await talk(seed);
    const add: Request = { intent: 'add_measure', slots: { code: 'I29' } };
    expect(wordsOn(await say(CHIEF, add))).toContain('ชื่อมาตรการ');
    const added = await say(CHIEF, add, words('นำผลตรวจสอบการทุจริต\nมาปรับปรุงงาน'));
    expect(wordsOn(added)).toMatch(/เพิ่มมาตรการแล้ว[^]*ยกเลิกรายการนี้/);
    expect(await desk.store.get(measures, '2570-1')).toMatchObject({
      title: 'นำผลตรวจสอบการทุจริต มาปรับปรุงงาน',
      items: ['I29'],
      indicators: [5],
      promisedIn: null,
    });
    const now = (await desk.store.query(measures)).docs.map(({ data }) => data);
    const { say: later } = await talk({ ...seed, measures: now });
    expect(wordsOn(await later(CHIEF, { intent: 'measure_board', slots: { list: 'uncovered' } }))).toContain(
      'จุดอ่อนทุกเรื่องมีมาตรการแล้ว',
    );
    for (const text of ['', 'ก'.repeat(301)])
      expect((await say(CHIEF, add, words(text))).waitFor).toMatchObject({ for: 'input' });
  });
});

describe('a citizen', () => {
  const shown = withMeasures(
    measure(4, {
      status: 'under-way',
      percent: 60,
      progressAt: NOW.toISOString(),
      division: 'finance',
      lastChange: { entry: 'e', by: 'AAAAAAA1', since: 0 },
      revision: 3,
      dueDate: '2027-03-31',
      lastNote: {
        text: 'จัดอบรมเจ้าหน้าที่แล้ว 30 คน',
        link: 'https://example.go.th/a',
        picture: { id: pictureIdOf('p'), state: 'kept', width: 1280, height: 960, lostBecause: null },
        at: NOW.toISOString(),
      },
    }),
  );
  const ask = (knowledge: Knowledge, publicUrl?: string): Promise<Reply> =>
    replyWith(
      { intent: 'measure_progress', slots: { measure: 4 } },
      contextOf(knowledge, { user: undefined, publicUrl }),
      emptyDesk(),
    );

  it('sees what is being done, when it was last reported, the note as written, the link, the picture, and can comment', async () => {
    const reply = await ask(shown, 'https://ita.example.go.th');
    expect(wordsOn(reply)).toMatch(
      /คืบหน้า 60%[^]*กำลังดำเนินการ[^]*รายงานล่าสุด\n22 พ.ย. 2569[^]*จัดอบรมเจ้าหน้าที่แล้ว 30 คน[^]*เปิดดูหลักฐาน[^]*31 มี.ค. 2570[^]*แสดงความคิดเห็นเรื่องนี้/,
    );
    const hero = objectsIn(reply.messages).find((part) => part['type'] === 'image');
    expect(hero).toMatchObject({
      url: `https://ita.example.go.th/pictures/${pictureIdOf('p')}.jpg`,
      aspectRatio: '100:75',
    });
    expect(reply.personal).toBeUndefined();
  });

  it('sees no picture where LINE could not fetch it', async () => {
    for (const publicUrl of [undefined, 'http://127.0.0.1:8080'])
      expect(JSON.stringify((await ask(shown, publicUrl)).messages)).not.toContain('/pictures/');
  });

  it('never sees who it was', async () => {
    const said = JSON.stringify((await ask(shown)).messages);
    for (const secret of ['AAAAAAA1', 'finance', 'กองคลัง', 'rev=']) expect(said).not.toContain(secret);
  });

  it('sees why a measure was stopped, and where one that goes on is now', async () => {
    const stopped = withMeasures(measure(4, { status: 'stopped', stoppedBecause: 'รวมกับมาตรการที่ 1' }));
    expect(wordsOn(await ask(stopped))).toMatch(/ยุติเพราะ\nรวมกับมาตรการที่ 1/);
    const carried = withMeasures(
      measure(4, { carriedTo: '2567-4' }),
      measure(4, { fiscalYear: 2567, carriedFrom: '2566-4' }),
    );
    const reply = await replyWith(
      { intent: 'measure_progress', slots: { measure: 4, year: 2566 } },
      contextOf(carried, { user: undefined }),
      emptyDesk(),
    );
    expect(wordsOn(reply)).toContain('ดำเนินการต่อเป็นมาตรการของปี 2567');
    expect(postbacksIn(reply)).toContain('intent=measure_progress&measure=4&year=2567');
  });
});
