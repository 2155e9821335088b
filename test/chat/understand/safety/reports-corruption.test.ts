import { describe, expect, it } from 'vitest';
import { reportsCorruption } from '../../../../src/chat/understand/safety/reports-corruption.ts';

const REPORT = 'เจ้าหน้าที่เรียกเงินใต้โต๊ะ 5000 บาท';
const CHAT = 'วันนี้มาติดต่อเรื่องทะเบียนบ้าน คนเยอะ ที่นั่งน้อย แต่พนักงานพูดจาดี ';

describe('words that report corruption', () => {
  it.each([REPORT, 'โดนเรียกเงินตอนขอใบอนุญาต', 'ขอแจ้งเบาะแสทุจริต'])('%j does', (text) =>
    expect(reportsCorruption(text, 2570)).toBe(true),
  );

  it.each(['รอนานไปหน่อย', 'เจ้าหน้าที่สุภาพ ไม่เคยถูกเรียกเงิน', 'ดีมากครับ', '', CHAT.repeat(15)])('%j does not', (text) =>
    expect(reportsCorruption(text, 2570)).toBe(false),
  );

  it.each([0, 1, 3, 5, 8, 11, 14])('are found wherever they stand in a long comment (after %d sentences)', (before) => {
    const text = `${CHAT.repeat(before)}${REPORT} ${CHAT.repeat(14 - before)}`;
    expect(text.length).toBeLessThan(1_200);
    expect(reportsCorruption(text, 2570)).toBe(true);
  });
});
