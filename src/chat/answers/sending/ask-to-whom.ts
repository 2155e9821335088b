import type { LineMessage } from '../../../line/message.ts';
import { costOf } from '../../../push/cost.ts';
import type { AnswerContext, Reply, User } from '../../answer.ts';
import { asSample } from '../../as-sample.ts';
import { personalReply } from '../card-reply.ts';
import { canBeSent, sendableFacts, type Receiver, type Sendable } from './sendable.ts';

interface Choosing extends Sendable {
  /** As it will look; shown above the card, marked as a sample. */
  readonly sample: LineMessage | undefined;
  /** What is to be said before anything is chosen. */
  readonly notes: readonly string[];
  /** The narrowest first; empty: nothing can be sent. */
  readonly receivers: readonly Receiver[];
  /** Asks the same once more. */
  readonly again: string;
  /** The button below, e.g. to throw it away. */
  readonly besides: { readonly label: string; readonly data: string };
}

/** To whom it can go and what each choice leaves of the month. Nothing is sent yet. */
export function askToWhom(choosing: Choosing, user: User, context: AnswerContext): Reply {
  const { month, mayUseReserve, sample, notes, receivers, again, besides } = choosing;
  const choices = receivers.map(({ name, row = name, people, data }) => {
    const cost = costOf(people, month, mayUseReserve);
    return { name, row, ...cost, data: data(cost) };
  });
  const wanted = choices.filter(({ fit }) => fit !== 'nobody');
  const noRoom = wanted.length > 0 && wanted.every(({ fit }) => fit === 'too-many');
  const card = personalReply(context, 'send-choose', {
    ...sendableFacts(choosing, user, context, choices),
    sample: sample !== undefined,
    notes,
    choices,
    canChoose: choices.some(canBeSent),
    retry: choices.some(({ fit }) => fit === 'unknown') ? again : null,
    renewsAt: noRoom ? month.renewsAt.toISOString() : null,
    besides,
  });
  return sample === undefined ? card : { ...card, messages: [asSample(sample), ...card.messages] };
}
