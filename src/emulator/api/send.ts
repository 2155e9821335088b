import { perHour, perSecond } from '../world/rate-limits.ts';
import type { Via } from '../world/entry.ts';
import type { World } from '../world/world.ts';
import { ApiError, MONTHLY_LIMIT } from './api-error.ts';
import { deliverMessages, nameMessages, type SentMessage } from './deliver-messages.ts';
import { type Call, ok, type Operation, operation, USUAL_RATE } from './operation.ts';
import { friends, multicastRecipients, pushRecipient, type Recipient } from './recipients.ts';
import { refuseRetryKey, retryKeyOf } from './retry-key.ts';
import { type Sending, sendingBody } from './sending-body.ts';

/** Messages to a chat in answer to an event: free, and only with the event's token. */
function reply(world: World, call: Call): readonly SentMessage[] {
  refuseRetryKey(call);
  const body = call.json();
  const sending = sendingBody(body, ['replyToken']);
  const token = String(body['replyToken']);
  const chat = world.replyTokens.chatOf(token);
  if (chat === undefined) throw new ApiError(400, 'Invalid reply token');
  world.replyTokens.use(token);
  const sent = nameMessages(world, sending.messages);
  deliverMessages(world, chat, sending.messages, sent, { via: 'reply', silent: sending.silent });
  world.statistics.countSent('reply', 1);
  return sent;
}

/** Messages that cost quota: all recipients or none. */
function sendPaid(
  world: World,
  call: Call,
  via: Exclude<Via, 'reply'>,
  required: readonly string[],
  recipientsOf: (body: Readonly<Record<string, unknown>>) => readonly Recipient[],
): readonly SentMessage[] {
  const key = retryKeyOf(world, call);
  const body = call.json();
  const sending = sendingBody(body, required);
  const recipients = recipientsOf(body);
  if (!world.quota.take(peopleOf(recipients))) throw new ApiError(429, MONTHLY_LIMIT);
  const sent = nameMessages(world, sending.messages);
  for (const { chat } of recipients) {
    if (typeof chat === 'number') world.crowd.receive(chat);
    else deliverMessages(world, chat, sending.messages, sent, { via, silent: sending.silent });
  }
  remember(world, call, key, via, sending, recipients, sent);
  return sent;
}

const peopleOf = (recipients: readonly Recipient[]): number => recipients.reduce((sum, it) => sum + it.people, 0);

function remember(
  world: World,
  call: Call,
  key: string | undefined,
  via: Via,
  sending: Sending,
  recipients: readonly Recipient[],
  sent: readonly SentMessage[],
): void {
  world.statistics.countSent(via, peopleOf(recipients));
  for (const unit of via === 'broadcast' ? [] : sending.units) {
    if (!world.statistics.useUnit(unit)) continue;
    world.openings.sent(
      unit,
      recipients.map(({ chat }) => chat),
      sending.messages.length,
    );
  }
  const { requestId } = call;
  if (key !== undefined) {
    world.retryKeys.accept(key, via === 'push' ? { requestId, sentMessages: sent } : { requestId });
  }
  world.chats.changed();
}

/** Reply, push, multicast and broadcast. */
export const sendOperations = (world: World): readonly Operation[] => [
  operation('replyMessage', 'POST /v2/bot/message/reply', (call) => ok({ sentMessages: reply(world, call) }), {
    alias: 'reply',
  }),
  operation(
    'pushMessage',
    'POST /v2/bot/message/push',
    (call) => ok({ sentMessages: sendPaid(world, call, 'push', ['to'], (body) => pushRecipient(world, body['to'])) }),
    { alias: 'push', rate: USUAL_RATE },
  ),
  operation(
    'multicast',
    'POST /v2/bot/message/multicast',
    (call) => {
      sendPaid(world, call, 'multicast', ['to'], (body) => multicastRecipients(world, body['to']));
      return ok();
    },
    { rate: perSecond(200) },
  ),
  operation(
    'broadcast',
    'POST /v2/bot/message/broadcast',
    (call) => {
      sendPaid(world, call, 'broadcast', [], () => friends(world));
      return ok();
    },
    { rate: perHour(60) },
  ),
];
