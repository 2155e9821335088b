import { describe, expect, it } from 'vitest';
import { readWaitedText } from '../../../src/chat/feedback/waited-text.ts';
import { understand } from '../../../src/chat/understand/understand.ts';
import type { CommentWait } from '../../../src/people/waiting.ts';

const waits = (kind: CommentWait['for']): CommentWait => ({ feedbackId: 'F', subject: null, for: kind, untilMs: 1 });
const read = (text: string, kind: CommentWait['for'] = 'comment') =>
  readWaitedText(text, understand(text, { today: 2570 }).request, waits(kind), 2570);

describe('a message while the chat waits for a comment', () => {
  it.each([
    'รอนานไปหน่อย',
    'คะแนนรวมเท่าไหร่',
    'ควรมีเก้าอี้เพิ่ม',
    'สวัสดี',
    'ไม่มีที่จอดรถ',
    'ไม่ส่งเอกสารแล้ว',
    'ยกเลิกการใช้กระดาษได้แล้ว มีแต่เอกสารเต็มไปหมด ควรยื่นทางเว็บได้ทุกเรื่อง และควรมีเจ้าหน้าที่ช่วยผู้สูงอายุ',
    `${'อยากให้ปรับปรุงป้ายบอกทาง '.repeat(5)} และเรื่องข้อมูลส่วนบุคคลก็ควรระวังด้วย`,
  ])('is the comment: %s', (text) => expect(read(text)).toEqual({ kind: 'comment' }));

  it.each(['ยกเลิก', 'ข้าม', 'ข้ามค่ะ', 'ไม่มีครับ', 'ขอยกเลิก', 'skip', 'Cancel', 'ไม่ส่งแล้วค่ะ', 'พอแล้ว'])(
    'is a wish to write nothing: %s',
    (text) => expect(read(text)).toEqual({ kind: 'skip' }),
  );

  it.each(['ยกเลิกคำตอบ', 'ขอยกเลิกคำตอบค่ะ'])('takes the answer back: %s', (text) =>
    expect(read(text)).toEqual({ kind: 'withdraw' }),
  );

  it.each([
    ['หยุดรับข่าวสาร', false],
    ['ลบข้อมูลของฉัน', false],
    ['ข้อมูลของฉัน', false],
    ['นโยบายความเป็นส่วนตัว', true],
    ['ประเมิน 7K3M-9QXT-2BD', false],
    ['อ้างอิง YPZ8-36N3-DQKJ-7QTB-1P9W', false],
  ])('is honoured before it is a comment: %s', (text, stillWaiting) =>
    expect(read(text)).toEqual({ kind: 'request', stillWaiting }),
  );

  it('is no comment if it reports corruption, unless that was chosen', () => {
    expect(read('เจ้าหน้าที่เรียกเงินใต้โต๊ะ')).toEqual({ kind: 'corruption' });
    expect(read('เจ้าหน้าที่เรียกเงินใต้โต๊ะ', 'comment-anyway')).toEqual({ kind: 'comment' });
  });

  it('is too long past 1,200 characters, and nothing if nothing can be read', () => {
    expect(read('ก'.repeat(1_200))).toEqual({ kind: 'comment' });
    expect(read('ก'.repeat(1_201))).toEqual({ kind: 'too-long', length: 1_201 });
    expect(read(' \u0007 ')).toEqual({ kind: 'empty' });
  });
});
