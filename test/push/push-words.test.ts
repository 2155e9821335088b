import { describe, expect, it } from 'vitest';
import type { Push } from '../../src/push/push.ts';
import { pushTitle } from '../../src/chat/card-data/push-title.ts';
import { howItEnded } from '../../src/push/push-words.ts';

const PUSH: Push = {
  kind: 'staff-digest',
  summary: 'สรุปงาน',
  state: 'sending',
  stoppedBecause: null,
  by: 'schedule',
  plannedAtMs: 0,
  planner: null,
  people: 43,
  gone: 0,
  parts: 1,
  unit: null,
  urgent: false,
  reach: null,
  handles: [],
  counts: null,
};
const counts = { sent: 40, acceptedBefore: 0, refused: 0, unknown: 0, expired: 0, leftOut: 3, waiting: 0 };

describe('how a push ended', () => {
  it('is said in numbers of people', () => {
    expect(howItEnded(PUSH)).toBe('กำลังส่ง 43 คน');
    expect(howItEnded({ ...PUSH, state: 'done', counts })).toBe('ส่งแล้ว 43 คน: ถึง LINE แล้ว 40 · หยุดรับก่อนส่ง 3');
  });

  it('says how many had left before, who are not among them', () => {
    expect(howItEnded({ ...PUSH, gone: 2 })).toBe('กำลังส่ง 43 คน (ไม่รวมผู้ที่เลิกติดตามแล้ว 2 คน)');
    expect(howItEnded({ ...PUSH, state: 'done', counts, gone: 2 })).toBe(
      'ส่งแล้ว 43 คน (ไม่รวมผู้ที่เลิกติดตามแล้ว 2 คน): ถึง LINE แล้ว 40 · หยุดรับก่อนส่ง 3',
    );
  });

  it('says that the month was over', () => {
    const none = { ...counts, sent: 0, leftOut: 0, refused: 43 };
    expect(howItEnded({ ...PUSH, state: 'stopped', stoppedBecause: 'monthly-limit', counts: none })).toBe(
      'หยุดแล้ว ข้อความของเดือนนี้หมด · ผู้รับ 43 คน ถึง LINE แล้ว 0 · LINE ไม่รับ 43',
    );
  });
});

describe('what a push was', () => {
  const plannedAtMs = Date.parse('2026-11-23T07:49:00+07:00');
  const title = (id: string, more: Partial<Push>) => pushTitle({ id, data: { ...PUSH, plannedAtMs, ...more } });

  it('is said with its time and whom it was for, without the agency', () => {
    expect(title('results-2565-2', { kind: 'results', reach: 'staff' })).toBe(
      '23 พ.ย. 07:49 · ประกาศผลปี 2565 · เจ้าหน้าที่ทุกคน',
    );
    expect(title('staff-digest-20261123T0900', {})).toBe('23 พ.ย. 07:49 · สรุปงานของเจ้าหน้าที่ · เจ้าหน้าที่ (ไม่รวมผู้บริหาร)');
    expect(title('staff-digest-20261123T0900-managers', {})).toContain('ส่งให้ผู้บริหารแทน');
    expect(title('answer-x', { kind: 'answer' })).toBe('23 พ.ย. 07:49 · คำตอบถึงผู้ให้ความเห็น');
  });

  it('names urgent news by how they begin', () => {
    const urgent = {
      kind: 'urgent',
      reach: 'managers',
      summary: `อบต.บางครก ข่าวด่วน: ${'น้ำไม่ไหล '.repeat(20)}`,
    } as const;
    expect(title('urgent-x', urgent)).toMatch(/^23 พ\.ย\. 07:49 · ข่าวด่วน: น้ำไม่ไหล .{10,90}… · เฉพาะผู้บริหาร$/);
  });
});
