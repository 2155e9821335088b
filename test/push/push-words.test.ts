import { describe, expect, it } from 'vitest';
import type { Push } from '../../src/push/push.ts';
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
});
