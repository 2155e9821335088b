import type { World } from '../world/world.ts';
import { notFound } from './api-error.ts';
import { type Answer, type Call, ok, type Operation, operation } from './operation.ts';

function content(world: World, call: Call): Answer {
  const file = world.media.get(call.params['messageId'] ?? '');
  if (file === undefined) throw notFound();
  return { status: 200, file };
}

/** Files that people sent. LINE has them on api-data.line.me; here they are on the same origin. */
export const contentOperations = (world: World): readonly Operation[] => [
  operation('getMessageContent', 'GET /v2/bot/message/{messageId}/content', (call) => content(world, call), {
    alias: 'content',
  }),
  operation('getMessageContentPreview', 'GET /v2/bot/message/{messageId}/content/preview', (call) =>
    content(world, call),
  ),
  operation(
    'getMessageContentTranscodingByMessageId',
    'GET /v2/bot/message/{messageId}/content/transcoding',
    (call) => {
      content(world, call);
      return ok({ status: 'succeeded' });
    },
  ),
];
