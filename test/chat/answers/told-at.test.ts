import { expect, it } from 'vitest';
import { toldAt } from '../../../src/chat/answers/inbox/told-at.ts';

it.each([
  ['08:29', 'เวลา 08:30 น.'],
  ['08:30', null],
  ['17:59', null],
  ['18:00', 'วันพรุ่งนี้เวลา 08:30 น.'],
])('whoever asked for an answer that is given at %s is sent it %s', (time, said) => {
  const officer = { nowMs: Date.parse(`2026-11-22T${time}:00+07:00`) };
  expect(toldAt({ wantsReply: true }, officer, undefined)).toBe(said);
  expect(toldAt({ wantsReply: false }, officer, undefined)).toBeNull();
});
