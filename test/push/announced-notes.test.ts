import { expect, it } from 'vitest';
import { deliver } from '../../src/push/deliver.ts';
import { deskByTheCalendar, MANAGERS } from './desk-by-the-calendar.ts';

it('what was announced is told with its date and reach, and that nobody is left once it has gone to everybody', async () => {
  const it = await deskByTheCalendar();
  it.at('2026-11-23T10:00');
  const talk = await it.talk(MANAGERS[0] ?? '');
  for (const [reach, next] of [
    ['managers', 'ผู้ที่ได้รับแล้วจะไม่ได้รับซ้ำ'],
    ['everybody', 'ประกาศครบทุกกลุ่มแล้ว'],
  ] as const) {
    const { json } = await talk.tap('announce', { year: 2565, reach, act: 'send' });
    expect(json).toContain('กำลังส่งประกาศผลปี 2565');
    await deliver({
      store: it.store,
      clock: it.desk.clock,
      name: 'server',
      random: () => 0,
      pause: async () => undefined,
      send: async () => ({ kind: 'accepted' }),
    });
    const after = (await talk.tap('announce', { year: 2565 })).json;
    expect(after).toContain('ประกาศผลปี 2565 แล้ว ล่าสุด 23 พ.ย. 2569');
    expect(after).toContain(next);
    const again = await talk.tap('announce', { year: 2565, reach, act: 'send' });
    expect(again.json).toContain('ประกาศผลปี 2565 ส่งไปแล้ว ไม่ส่งซ้ำ');
  }
});
