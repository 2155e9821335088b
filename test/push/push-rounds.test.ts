import { describe, expect, it } from 'vitest';
import { startPushRounds } from '../../src/push/push-rounds.ts';
import { schedules } from '../../src/store/collections.ts';
import { fakeAfter } from '../fake-after.ts';
import { deskByTheCalendar, type CalendarDesk } from './desk-by-the-calendar.ts';

const LONG_MS = 1_000_000_000;

function rounds(it: CalendarDesk, ready: Promise<void>, isReady: () => boolean, readyWithinMs = LONG_MS) {
  return startPushRounds({
    desk: it.desk,
    send: async () => ({ kind: 'accepted' }),
    ready,
    isReady,
    newName: () => crypto.randomUUID(),
    random: Math.random,
    after: fakeAfter().after,
    onRound: () => undefined,
    onError: () => undefined,
    readyWithinMs,
  });
}

describe('the rounds of a server', () => {
  it('pass over no digest before it is known who works here: the round waits, then does what is due', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    const read = Promise.withResolvers<void>();
    let known = false;
    const server = rounds(it, read.promise, () => known);
    const round = server.run();
    await new Promise(setImmediate);
    expect((await it.store.query(schedules)).docs).toEqual([]);
    known = true;
    read.resolve();
    expect((await round).planned).toContainEqual({ kind: 'staff-digest', outcome: 'sent' });
    await server.stop();
  });

  it('say that they cannot be done yet if that takes too long, and do nothing', async () => {
    const it = await deskByTheCalendar();
    it.at('2026-11-02T09:00');
    const server = rounds(it, new Promise(() => undefined), () => false, 1);
    await expect(server.run()).rejects.toThrow('has not been read yet');
    expect((await it.store.query(schedules)).docs).toEqual([]);
    await server.stop();
  });

  it('end at once with the server, whatever they wait for', async () => {
    const it = await deskByTheCalendar();
    const server = rounds(it, new Promise(() => undefined), () => false);
    const round = server.run();
    server.end();
    await expect(round).rejects.toThrow('has not been read yet');
    await server.stop();
  });
});
