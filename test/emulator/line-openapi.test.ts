import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allOperations } from '../../src/emulator/api/operations.ts';
import { createWebhook } from '../../src/emulator/webhook/webhook.ts';
import { createWorld } from '../../src/emulator/world/world.ts';
import { hello, startPlatform, TOKEN, type Platform } from './platform.ts';
import { missingFrom, type Schemas } from './schema.ts';

/** LINE's own description, when it lies beside the project (github.com/line/line-openapi). */
const folder = fileURLToPath(new URL('../../../shared/line-openapi/', import.meta.url));
const isThere = existsSync(`${folder}messaging-api.yml`);

interface OpenApi {
  readonly paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Schemas };
}

const STATISTICS = 'GET /v2/bot/insight/message/event/aggregation?customAggregationUnit=digest_1';

/** Something was sent under a unit's name and opened by enough people. */
async function openOne({ client, emulator, advance }: Platform): Promise<void> {
  emulator.crowd.gather(25);
  const to = Array.from({ length: 25 }, (_, index) => emulator.crowd.id(index));
  await client.multicast({ to, messages: [hello], customAggregationUnits: ['digest_1'] });
  for (let index = 0; index < 25; index += 1) emulator.look(index);
  advance(24 * 3_600_000);
}

const read = (name: string): OpenApi => parse(readFileSync(`${folder}${name}`, 'utf8')) as OpenApi;

describe.skipIf(!isThere)("LINE's OpenAPI description (skipped where it does not lie beside the project)", () => {
  const options = {
    port: 0,
    channelSecret: 's',
    channelAccessToken: 't',
    clock: () => new Date(0),
    newId: () => 'id',
  };
  const operations = () => {
    const world = createWorld(options);
    return allOperations(world, createWebhook(options, world));
  };

  it('has every endpoint that is answered, under the same name', () => {
    const paths = { ...read('messaging-api.yml').paths, ...read('insight.yml').paths };
    const described = operations().map((it) => paths[it.path]?.[it.method.toLowerCase()]?.operationId);
    expect(described).toEqual(operations().map((it) => it.id));
  });

  it('says no endpoint twice', () => {
    const ids = operations().map((it) => it.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const answers: readonly (readonly [string, string, unknown?])[] = [
    ['GET /v2/bot/info', 'BotInfoResponse'],
    ['GET /v2/bot/profile/{citizen}', 'UserProfileResponse'],
    ['GET /v2/bot/followers/ids', 'GetFollowersResponse'],
    ['GET /v2/bot/group/{group}/summary', 'GroupSummaryResponse'],
    ['GET /v2/bot/group/{group}/members/count', 'GroupMemberCountResponse'],
    ['GET /v2/bot/group/{group}/member/{citizen}', 'GroupUserProfileResponse'],
    ['GET /v2/bot/message/quota', 'MessageQuotaResponse'],
    ['GET /v2/bot/message/quota/consumption', 'QuotaConsumptionResponse'],
    ['GET /v2/bot/message/delivery/push?date=20261101', 'NumberOfMessagesResponse'],
    ['GET /v2/bot/message/aggregation/info', 'GetAggregationUnitUsageResponse'],
    ['GET /v2/bot/message/aggregation/list', 'GetAggregationUnitNameListResponse'],
    [`${STATISTICS}&from=20261101&to=20261115`, 'GetStatisticsPerUnitResponse'],
    [`${STATISTICS}&from=20261101&to=20261202`, 'ErrorResponse'],
    ['GET /v2/bot/channel/webhook/endpoint', 'GetWebhookEndpointResponse'],
    ['POST /v2/bot/channel/webhook/test', 'TestWebhookEndpointResponse', {}],
    ['POST /v2/bot/message/push', 'PushMessageResponse', { to: '{citizen}', messages: [hello] }],
    ['POST /v2/bot/message/push', 'ErrorResponse', { to: '{citizen}', messages: [] }],
    ['GET /v2/bot/richmenu/list', 'RichMenuListResponse'],
    ['GET /v2/bot/richmenu/alias/list', 'RichMenuAliasListResponse'],
    ['GET /v2/bot/nothing', 'ErrorResponse'],
  ];

  it('describes the answers', async () => {
    const line = await startPlatform();
    const schemas = { ...read('insight.yml').components.schemas, ...read('messaging-api.yml').components.schemas };
    await openOne(line);
    const fill = (text: string) => text.replaceAll('{citizen}', line.citizen).replaceAll('{group}', line.group);
    const wrong: string[] = [];
    for (const [route, schema, body] of answers) {
      const [method = '', path = ''] = fill(route).split(' ');
      const response = await fetch(line.emulator.url + path, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: fill(JSON.stringify(body)) }),
      });
      wrong.push(...missingFrom(schemas, schema, await response.json()).map((it) => `${route}: ${it}`));
    }
    expect(wrong).toEqual([]);
    await line.close();
  });

  it('describes the events', async () => {
    const line = await startPlatform();
    const { schemas } = read('webhook.yml').components;
    await line.emulator.unfollow('citizen');
    await line.emulator.follow('citizen');
    await line.emulator.sendText('citizen', 'ก');
    await line.emulator.sendSticker('citizen');
    await line.emulator.sendImage('citizen');
    await line.emulator.sendAudio('citizen');
    await line.emulator.sendLocation('citizen');
    await line.emulator.postback('citizen', { data: 'd', params: { date: '2026-11-15' } });
    await line.emulator.leave('group');
    await line.emulator.join('group');
    const wrong = line.bot.received.flatMap((it) => [
      ...missingFrom(schemas, 'CallbackRequest', { destination: it.destination, events: it.events }),
    ]);
    expect(line.bot.received).toHaveLength(10);
    expect(wrong).toEqual([]);
    await line.close();
  });
});
