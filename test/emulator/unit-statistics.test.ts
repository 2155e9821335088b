import { insight } from '@line/bot-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello, type Platform, refusal, startPlatform, TOKEN } from './platform.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Day 0 of the emulator is 15 November 2026, 12:00 in Japan. */
const PERIOD = { from: '20261115', to: '20261215' };

let line: Platform;
let client: insight.InsightClient;
beforeEach(async () => {
  line = await startPlatform({ monthlyLimit: null });
  client = new insight.InsightClient({ channelAccessToken: TOKEN, baseURL: line.emulator.url });
});
afterEach(() => line.close());

/** Sends `bubbles` messages to so many people under a unit's name. */
async function send(people: number, unit = 'digest_1', bubbles = 1): Promise<void> {
  const { crowd } = line.emulator;
  if (crowd.received().length < people) crowd.gather(people);
  const to = Array.from({ length: people }, (_, index) => crowd.id(index));
  await line.client.multicast({
    to,
    messages: Array.from({ length: bubbles }, () => hello),
    customAggregationUnits: [unit],
  });
}

/** So many of the crowd open the chat. */
function look(people: number, first = 0): void {
  for (let index = first; index < first + people; index += 1) line.emulator.look(index);
}

const of = (unit = 'digest_1', { from, to } = PERIOD) => client.getStatisticsPerUnit(unit, from, to);
const opened = async (...asked: Parameters<typeof of>) => (await of(...asked)).overview.uniqueImpression;

describe('statistics of an aggregation unit', () => {
  it('tell how many people opened it, and how often each bubble was seen', async () => {
    await send(30, 'digest_1', 2);
    await send(25);
    look(28);
    line.advance(DAY);
    expect(await of()).toMatchObject({
      overview: { uniqueImpression: 28, uniqueClick: null, uniqueMediaPlayed: null, uniqueMediaPlayed100Percent: null },
      messages: [
        { seq: 1, impression: 53, uniqueImpression: 28, mediaPlayed: null },
        { seq: 2, impression: 28, uniqueImpression: 28 },
      ],
      clicks: [],
    });
  });

  it.each([
    [19, null],
    [20, 20],
  ])('of %d people: %s', async (people, number) => {
    await send(30);
    look(people);
    line.advance(DAY);
    expect(await opened()).toBe(number);
  });

  it('are empty for a name nobody has used, and the case of letters counts', async () => {
    await send(30);
    look(30);
    line.advance(DAY);
    expect(await of('Digest_1')).toEqual({
      overview: {
        uniqueImpression: null,
        uniqueClick: null,
        uniqueMediaPlayed: null,
        uniqueMediaPlayed100Percent: null,
      },
      messages: [],
      clicks: [],
    });
  });

  it('are there on the day after, by the days of Japan', async () => {
    await send(30);
    look(30);
    line.advance(12 * 3_600_000 - 1);
    expect(await opened()).toBeNull();
    line.advance(1);
    expect(await opened()).toBe(30);
  });

  it('count those days only that are asked for', async () => {
    await send(45);
    look(20);
    line.advance(DAY);
    look(25, 20);
    line.advance(DAY);
    expect(await opened('digest_1', { from: '20261115', to: '20261115' })).toBe(20);
    expect(await opened('digest_1', { from: '20261116', to: '20261116' })).toBe(25);
    expect(await opened()).toBe(45);
  });

  it('end fourteen days after a message was sent', async () => {
    await send(45);
    look(20);
    line.advance(14 * DAY);
    look(1, 20);
    line.advance(1);
    look(24, 21);
    line.advance(DAY);
    expect(await opened()).toBe(21);
  });

  it('count people who write as people who have the chat open', async () => {
    const personas = Array.from({ length: 20 }, (_, no) => line.emulator.addPersona('user', `คนที่ ${no}`));
    for (const { id } of personas) await line.emulator.follow(id);
    await line.client.multicast({
      to: personas.map(({ lineId }) => lineId),
      messages: [hello],
      customAggregationUnits: ['digest_1'],
    });
    for (const { id } of personas) await line.emulator.sendText(id, 'ขอบคุณ');
    line.advance(DAY);
    expect(await opened()).toBe(20);
  });

  it.each([
    ['a period of more than thirty days', 'digest_1', '20261115', '20261216'],
    ['an end before the beginning', 'digest_1', '20261116', '20261115'],
    ['no day', 'digest_1', '', '20261115'],
    ['a day there is not', 'digest_1', '20260631', '20260701'],
    ['something else than a day', 'digest_1', '2026-11-15', '20261115'],
    ['a name LINE does not take', 'digest-1', '20261115', '20261115'],
    ['no name', '', '20261115', '20261115'],
  ])('are refused for %s', async (_, unit, from, to) => {
    expect((await refusal(client.getStatisticsPerUnit(unit, from, to))).status).toBe(400);
  });

  it('may be asked for sixty times an hour', async () => {
    for (let times = 0; times < 60; times += 1) await of();
    expect((await refusal(of())).status).toBe(429);
  });
});
