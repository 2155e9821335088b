import { describe, expect, it } from 'vitest';
import type { Request } from '../../../src/chat/request.ts';
import { nonText } from '../../../src/chat/answers/non-text.ts';
import { welcome } from '../../../src/chat/answers/welcome.ts';
import { bangKhrok, contextOf, measure, replyTo, STATES } from './knowledge.ts';
import { altTextOf, objectsIn, postbacksIn, wordsOn } from './look-into.ts';

const one = contextOf(STATES['one year'] as never);
const two = contextOf(STATES['two years'] as never);
const three = contextOf(STATES['three years over a change of framework'] as never);
const none = contextOf(STATES['an agency without a result'] as never);

const words = (request: Request, context = one) => wordsOn(replyTo(request, context));
const alt = (request: Request, context = one) => altTextOf(replyTo(request, context).messages[0]);

describe('what the cards say about the example agency', () => {
  it('tells the result to the ear: agency, year, score and level', () => {
    expect(alt({ intent: 'overall_score', slots: {} })).toBe('อบต.บางครก ITA ปี 2565 ได้ 97.02 คะแนน ระดับ AA');
  });

  it('shows the score, the three instruments, the lowest and the highest', () => {
    const said = words({ intent: 'overall_score', slots: {} });
    for (const part of ['97.02', 'ระดับ AA', '96.63', '93.45', '100.00', 'ต่ำสุด: การปรับปรุงระบบการทำงาน', 'เท่ากัน 2 ตัวชี้วัด'])
      expect(said).toContain(part);
  });

  it('shows all ten indicators with two decimals', () => {
    const said = words({ intent: 'score_list', slots: {} });
    for (const score of ['98.17', '98.93', '99.11', '92.88', '94.06', '94.45', '93.31', '92.59', '100.00'])
      expect(said).toContain(`\n${score}\n`);
    expect(said.match(/^\d+\. /gm)).toHaveLength(10);
  });

  it('marks a corrected score, and tells one tap away what the document says and why', () => {
    expect(words({ intent: 'score_list', slots: {} })).toMatch(/94\.45\nแก้จากเอกสาร/);
    const said = words({ intent: 'indicator_score', slots: { indicator: 6 } });
    expect(said).toContain('84.45');
    expect(said).toContain('คะแนนที่ใช้: 94.45');
    expect(said).toMatch(/เหตุผล: .*คะแนนรวม/);
  });

  it('says where the readings differ even if no finding was kept', () => {
    const context = contextOf({ ...one.knowledge, assessments: [bangKhrok({ findings: [] })] });
    expect(words({ intent: 'indicator_score', slots: { indicator: 6 } }, context)).toMatch(
      /เอกสารเขียนว่า: 84\.45 \(.*94\.45/,
    );
  });

  it.each([
    ['E11', 'ไม่มีคะแนนในรายงาน'],
    ['O18', 'ไม่ได้บอกคะแนนของข้อนี้'],
  ])('never estimates a missing score: %s', (code, expected) => {
    const said = words({ intent: 'item_info', slots: { code } });
    expect(said).toContain(expected);
    expect(said).not.toMatch(/\d\d\.\d\d/);
  });

  it('hides what an item asks until that is confirmed', () => {
    expect(words({ intent: 'item_info', slots: { code: 'E1' } })).toContain('ยังไม่ได้ตรวจสอบข้อความของข้อนี้');
  });

  it('warns of a score that may be a copying error', () => {
    expect(words({ intent: 'item_info', slots: { code: 'I29' } })).toContain('อาจพิมพ์คลาดเคลื่อน');
  });

  it.each([
    [23, ['I23', 'O23']],
    [11, ['I11', 'E11', 'O11']],
    [43, ['O43']],
  ])('asks which letter for the number %i, naming only those that exist', (number, codes) => {
    const reply = replyTo({ intent: 'item_info', slots: { number } }, one);
    const asked = [...new Set(postbacksIn(reply).flatMap((data) => /code=([IEO]\d+)/.exec(data)?.[1] ?? []))];
    expect(asked).toEqual(codes);
  });

  it('shows what is weak, why it matters, what is being done, and takes a comment on it', () => {
    const reply = replyTo({ intent: 'weakest', slots: {} }, one);
    const said = wordsOn(reply);
    for (const part of [
      '8. การปรับปรุงระบบการทำงาน',
      '92.59',
      'คะแนนต่ำที่สุดใน 10 ตัวชี้วัด',
      'สำคัญอย่างไร',
      'สิ่งที่กำลังทำ',
      'มาตรการที่ 1',
    ])
      expect(said).toContain(part);
    expect(postbacksIn(reply)).toContain('intent=give_feedback&indicator=8');
    expect(postbacksIn(reply)).toContain('intent=give_feedback&code=I23');
  });

  it('names as many weaknesses as were asked for', () => {
    const reply = replyTo({ intent: 'weakest', slots: { n: 3 } }, one);
    expect(objectsIn(reply.messages).filter((part) => part['type'] === 'bubble')).toHaveLength(3);
  });

  it('answers a measure without any report of progress honestly', () => {
    const said = words({ intent: 'measure_progress', slots: { measure: 1 } });
    expect(said).toContain('ยังไม่มีรายงานความคืบหน้า');
    expect(said).not.toMatch(/คืบหน้า 0%|ยังไม่เริ่ม/);
  });

  it('shortens a long list of steps, and says how many are left', () => {
    const steps = Array.from({ length: 20 }, (_, index) => `ขั้นตอนที่ ${index + 1}`);
    const knowledge = { ...one.knowledge, measures: [measure(1, { steps })] };
    const said = words({ intent: 'measure_progress', slots: { measure: 1 } }, contextOf(knowledge));
    expect(said.match(/ขั้นตอนที่ \d+/g)).toHaveLength(6);
    expect(said).toContain('และอีก 14 ขั้นตอน');
  });

  it('shows percent and date of progress once somebody has reported it', () => {
    const said = words({ intent: 'measure_progress', slots: { measure: 1, year: 2567 } }, three);
    expect(said).toContain('คืบหน้า 40%');
    expect(said).toContain('5 ม.ค. 2567');
  });

  it('keeps measures back that a result promised which is not published', () => {
    const knowledge = {
      ...one.knowledge,
      measures: [...one.knowledge.measures, measure(9, { title: 'DRAFT', promisedIn: 2566 })],
    };
    expect(words({ intent: 'measures', slots: {} }, contextOf(knowledge))).not.toContain('DRAFT');
  });

  it('compares two years in words, not only in numbers', () => {
    const said = words({ intent: 'compare_years', slots: {} }, two);
    expect(said).toContain('คะแนนรวมเพิ่มขึ้น');
    expect(said).toContain('เพิ่มขึ้น 0.50');
    expect(said).toContain('เท่าเดิม');
  });

  it('says that the surveys changed when years on both sides of it are compared', () => {
    expect(words({ intent: 'compare_years', slots: { years: [2565, 2567] } }, three)).toContain(
      'แบบวัด IIT และ EIT เปลี่ยนตั้งแต่ปี 2567',
    );
  });

  it.each([
    [{ indicator: 7 }, true],
    [{ instrument: 'IIT' }, true],
    [{ indicator: 9 }, false],
    [{ instrument: 'OIT' }, false],
  ] as const)('notes on the years of %j that the surveys changed: %s', (slots, noted) => {
    const said = words({ intent: 'compare_years', slots: { ...slots, n_years: 3 } }, three);
    expect(said.includes('เปลี่ยนตั้งแต่ปี 2567')).toBe(noted);
    expect(said).not.toContain('เกณฑ์บอกระดับ');
  });

  it('sets the levels of two years beside each other, and warns where their scales differ', () => {
    const level = (printed: string) => ({ printed, expected: null });
    const [first, , third] = three.knowledge.assessments;
    const assessments = [
      { ...first!, level: level('AA') },
      { ...third!, level: level('ผ่านดี') },
    ];
    const said = words({ intent: 'compare_years', slots: {} }, contextOf({ ...three.knowledge, assessments }));
    expect(said).toContain('AA → ผ่านดี');
    expect(said).toContain('เกณฑ์บอกระดับต่างกัน');
  });

  it('answers how one indicator is mended with its only measure itself, and with a list where there are more', () => {
    expect(words({ intent: 'measures', slots: { indicator: 7 } })).toContain('วิธีดำเนินการ');
    const more = { ...one.knowledge, measures: [measure(1), measure(2)] };
    expect(words({ intent: 'measures', slots: { indicator: 8 } }, contextOf(more))).toContain('มาตรการและความคืบหน้า');
  });

  it('says that a measure asked for by number does not exist, and shows those that do', () => {
    const said = words({ intent: 'measure_progress', slots: { measure: 9 } });
    expect(said).toContain('ไม่พบมาตรการที่ 9');
    expect(said).toContain('มาตรการและความคืบหน้า');
  });

  it('tells a group, and only a group, how to call it', () => {
    expect(wordsOn(welcome(one, 'group'))).toContain('พิมพ์ “โปร่งใส” นำหน้าคำถาม');
    expect(wordsOn(welcome(one))).not.toContain('นำหน้าคำถาม');
  });

  it('says in one line what became of a score over the years', () => {
    const said = words({ intent: 'compare_years', slots: { indicator: 8, n_years: 3 } }, three);
    expect(said).toContain('ปี 2565 ถึง 2567 ลดลง 3.00 คะแนน');
  });

  it('says which of the years asked for is not published', () => {
    expect(words({ intent: 'compare_years', slots: { years: [2564, 2565, 2566] } }, two)).toContain('ยังไม่มีผลปี 2564');
  });

  it('is kind when there is only one year to compare', () => {
    expect(words({ intent: 'compare_years', slots: {} })).toContain('ยังไม่มีปีอื่นให้เปรียบเทียบ');
  });

  it.each([
    [{}, '2565', 'AA'],
    [{ grade: 'ผ่านดีเยี่ยม' }, '2568', 'ผ่านดีเยี่ยม'],
    [{ year: 2567 }, '2567', 'ต้องปรับปรุงโดยด่วน'],
  ] as const)('explains levels on the scale of the year or of the level asked about: %j', (slots, year, level) => {
    const said = words({ intent: 'grade_meaning', slots });
    expect(said).toContain(`เกณฑ์ปีงบประมาณ ${year}`);
    expect(said).toContain(`\n${level}\n`);
    expect(said).toContain('85.00 คะแนนขึ้นไป');
  });

  it('tells the level that was asked about by words, not only by its ground', () => {
    expect(words({ intent: 'grade_meaning', slots: { grade: 'A' } })).toMatch(/\nA\n.*\n▸ ระดับที่ท่านถาม/);
  });

  it('gives the channels for reports of corruption, and neither takes details nor promises protection', () => {
    const reply = replyTo({ intent: 'report_corruption', slots: { anonymous: true } }, one);
    const links = objectsIn(reply.messages).flatMap((part) => (part['type'] === 'uri' ? [part['uri']] : []));
    expect(links).toEqual(expect.arrayContaining(['tel:1205', 'tel:1206', 'tel:1567', 'tel:032000001']));
    expect(wordsOn(reply)).toContain('LINE ไม่ใช่ช่องทางลับ');
    expect(wordsOn(reply)).toContain('รับรองแทนหน่วยงานเหล่านั้นไม่ได้');
    expect(reply.writes).toEqual([]);
  });

  it('says what the ITA is not', () => {
    const said = words({ intent: 'definition', slots: {} });
    expect(said).toContain('คะแนนสูงไม่ใช่หลักฐานว่าไม่มีการทุจริต');
    expect(said).toContain('ไม่ใช่การตอบแบบวัด EIT');
  });

  it('says that nothing is published rather than inventing a score', () => {
    expect(words({ intent: 'overall_score', slots: {} }, none)).toContain('ยังไม่มีผลที่เผยแพร่');
  });

  it('offers the same question about the years there are', () => {
    const reply = replyTo({ intent: 'instrument_score', slots: { instrument: 'EIT', year: 2560 } }, two);
    expect(postbacksIn(reply)).toContain('intent=instrument_score&instrument=EIT&year=2566');
  });

  it.each([
    ['sticker', 'สติกเกอร์'],
    ['image', 'รูปภาพ'],
    ['audio', 'ข้อความเสียง'],
    ['something LINE may invent', 'ข้อความ'],
    ['toString', 'ข้อความ'],
  ])('takes a %s kindly', (type, name) => expect(wordsOn(nonText(type, one))).toContain(`ได้รับ${name}แล้ว`));

  it('offers what is nearest when it does not understand', () => {
    const reply = replyTo({ intent: 'not_understood', slots: { nearest: ['weakest', 'greeting', 'toString'] } }, one);
    const [message] = reply.messages;
    const first = message?.quickReply?.items?.[0]?.action;
    expect(first).toMatchObject({ label: 'จุดที่ต้องพัฒนา', data: 'intent=weakest' });
  });
});
