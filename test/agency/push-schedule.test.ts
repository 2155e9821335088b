import { expect, it } from 'vitest';
import { PushScheduleSchema } from '../../src/agency/push-schedule.ts';
import { readJson } from '../../src/json-file/read-json.ts';

const wrong = (push: object): string => {
  try {
    readJson(JSON.stringify(push), PushScheduleSchema);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

it.each([
  [{ window: { from: '8:30', to: '18:00' } }, 'window.from: ไม่ใช่เวลาของวัน', '"08:30"'],
  [{ window: { from: '18:30', to: '08:00' } }, 'window: เวลาปิดต้องอยู่หลังเวลาเปิด', 'ใส่ to ให้หลัง from'],
  [{ holidays: ['2569-1-1'] }, 'holidays[0]: ไม่ใช่วันที่', 'ปี ค.ศ.-เดือน-วัน'],
  [{ staffDigest: '0 9 * *' }, 'staffDigest: ไม่ใช่เวลาแบบ cron', 'ใส่ห้าช่อง'],
])('%j is said to be wrong once, in Thai, with how to mend it', (push, problem, fix) => {
  const said = wrong(push);
  expect(said).toContain('พบ 1 จุดที่ต้องแก้');
  expect(said).toContain(problem);
  expect(said).toContain(fix);
  expect(said).not.toMatch(/regex|has to|expression/);
});

it('what is right is taken', () => {
  expect(wrong({ window: { from: '08:30', to: '16:30' }, holidays: ['2026-12-07'], news: null })).toBe('');
});
