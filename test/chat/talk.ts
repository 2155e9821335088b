import { PassThrough } from 'node:stream';
import { Conversation } from '../../src/chat/conversation.ts';
import { createDesk } from '../../src/chat/feedback/desk.ts';
import { encodePostback } from '../../src/chat/postback.ts';
import type { Intent, Slots } from '../../src/chat/request.ts';
import { WaitingList } from '../../src/chat/waiting-list.ts';
import type { Cards } from '../../src/flex/cards.ts';
import type { LineEvent } from '../../src/line/webhook-event.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { watchStaff } from '../../src/people/staff-list.ts';
import type { PushDesk } from '../../src/push/push-desk.ts';
import type { StaffMember } from '../../src/people/staff-member.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { CARDS, STATES } from './answers/knowledge.ts';
import { dayKeysFor } from '../day-keys-for-tests.ts';

/** 22 November 2569, 10:00 in Thailand. */
export const TALK_START = Date.parse('2026-11-22T10:00:00+07:00');

/** What its buttons about feedback are sealed with. */
export const TALK_SECRET = 'a secret of the servers';

export interface Talk {
  /** What is sent to it, as JSON, and which cards that is; `''` and none if nothing is said. */
  readonly says: (event: Partial<LineEvent> & Pick<LineEvent, 'content'>) => Promise<{ json: string; cards: string[] }>;
  readonly tap: <I extends Intent>(intent: I, slots: Slots<I>, more?: Partial<LineEvent>) => ReturnType<Talk['says']>;
  readonly write: (text: string, more?: Partial<LineEvent>) => ReturnType<Talk['says']>;
  /** Resolves when the list of staff has been read; closes with the store. */
  readonly ready: Promise<void>;
}

export interface TalkOptions {
  /** Who talks, unless the event says something else. */
  readonly userId: string;
  readonly clock?: () => Date;
  /** Who works here as this server believes; left out: as the store says. */
  readonly staff?: (userId: string) => StaffMember | undefined;
  readonly lineBasicId?: string;
  /** Left out: nothing is pushed. */
  readonly pushes?: PushDesk;
}

let events = 0;

/** A server with the whole conversation over that store, as it handles one event after another. */
export function startTalk(store: AgencyStore, options: TalkOptions): Talk {
  const { userId, clock = () => new Date(TALK_START) } = options;
  const rendered: string[] = [];
  const cards: Cards = {
    names: CARDS.names,
    render: (name, data) => {
      rendered.push(name);
      return CARDS.render(name, data);
    },
  };
  const knowledge = STATES['two years'];
  if (!knowledge) throw new Error('the state is named in knowledge.ts');
  const list = watchStaff(store, () => undefined);
  const conversation = new Conversation({
    store,
    desk: createDesk(store, clock, dayKeysFor({ store, clock }), {
      lineBasicId: options.lineBasicId,
      sealSecret: TALK_SECRET,
      ...(options.pushes ? { pushes: options.pushes } : {}),
    }),
    waitingList: new WaitingList({ store, clock, onError: () => undefined }),
    staff: options.staff ?? list.of,
    knowledge: () => knowledge,
    cards,
    clock,
    metrics: createMetrics(),
    log: createLog('silent', new PassThrough()),
  });
  const says: Talk['says'] = async (event) => {
    rendered.length = 0;
    const handling = conversation.handle({
      id: `event-${(events += 1)}`,
      type: 'message',
      timestampMs: clock().getTime(),
      standby: false,
      redelivered: false,
      replyToken: 't',
      source: { type: 'user', userId },
      ...event,
    });
    const outcome = handling.kind === 'now' ? handling.outcome : await handling.run();
    return { json: outcome.messagesJson ?? '', cards: [...rendered] };
  };
  return {
    says,
    tap: (intent, slots, more = {}) =>
      says({ content: { kind: 'postback', data: encodePostback(intent, slots as never), date: undefined }, ...more }),
    write: (text, more = {}) =>
      says({ content: { kind: 'text', text, mentionsBot: false, messageId: `m${events}` }, ...more }),
    ready: list.ready,
  };
}
