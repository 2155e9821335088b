import { PassThrough } from 'node:stream';
import { Conversation } from '../../src/chat/conversation.ts';
import { createDesk } from '../../src/chat/feedback/desk.ts';
import { watchKnowledge } from '../../src/chat/knowledge.ts';
import { WaitingList } from '../../src/chat/waiting-list.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { watchStaff } from '../../src/people/staff-list.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { dayKeysFor } from '../day-keys-for-tests.ts';
import { CARDS } from './answers/knowledge.ts';

/** A conversation as one server has it, with all it watches. */
export interface ConversationOn {
  readonly conversation: Conversation;
  readonly logged: () => string;
  readonly stop: () => void;
}

/** @param watched Where its watches look; `store` may be the same behind faults. */
export async function conversationOn(
  store: AgencyStore,
  clock: () => Date,
  watched: AgencyStore = store,
): Promise<ConversationOn> {
  const stream = new PassThrough();
  let logged = '';
  stream.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const knowledge = watchKnowledge(watched, () => undefined);
  const staff = watchStaff(watched, () => undefined);
  const waitingList = new WaitingList({ store: watched, clock, onError: () => undefined });
  await Promise.all([knowledge.ready, staff.ready]);
  const conversation = new Conversation({
    store,
    desk: createDesk(store, clock, dayKeysFor({ store, clock }), { sealSecret: 'a secret of the servers' }),
    waitingList,
    staff: staff.of,
    knowledge: knowledge.current,
    cards: CARDS,
    clock,
    metrics: createMetrics(),
    log: createLog('debug', stream),
  });
  return {
    conversation,
    logged: () => logged,
    stop: () => {
      for (const one of [knowledge, staff, waitingList]) one.stop();
    },
  };
}

/** An event of somebody in a private chat. */
export function eventOf(
  userId: string,
  id: string,
  timestampMs: number,
  content: LineEvent['content'],
  redelivered = false,
): LineEvent {
  return {
    id,
    type: content.kind === 'postback' ? 'postback' : 'message',
    timestampMs,
    standby: false,
    redelivered,
    replyToken: 'token',
    source: { type: 'user', userId },
    content,
  };
}

/** What is said to an event once everything is durable: a JSON array of messages. Rejects if it could not be made durable. */
export async function saidTo({ conversation }: ConversationOn, event: LineEvent): Promise<string> {
  const handling = conversation.handle(event);
  const { messagesJson } = handling.kind === 'now' ? handling.outcome : await handling.run();
  return messagesJson ?? '[]';
}
