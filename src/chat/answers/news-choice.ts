import { TOPICS, type Person, type Topic } from '../../people/person.ts';
import { mayActAs } from '../../people/role.ts';
import { TOPIC_WORDS } from '../../people/topic-words.ts';
import { wantsTopic } from '../../people/wants.ts';
import type { AnswerContext, Reply, User } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';

/** Why the card is shown. `just`: what has just been chosen. `stopping`: somebody may want less. */
interface Shown {
  readonly just?: Topic;
  readonly stopping?: boolean;
}

/** The card of what there is to get and what this person gets, each with a button that changes it. */
export function newsChoice(
  person: Person | undefined,
  { staff }: User,
  context: AnswerContext,
  { just, stopping = false }: Shown,
): Reply {
  const role = staff?.role ?? 'citizen';
  const offered = TOPICS.filter((topic) => topic !== 'digest' || mayActAs(role, 'staff'));
  return personalReply(context, 'news-choice', {
    just: just === undefined ? null : TOPIC_WORDS[just],
    stopping,
    topics: offered.map((topic) => {
      const gets = wantsTopic(person, topic, role);
      const stops = gets === 'all' || (stopping && gets === 'some');
      return {
        name: TOPIC_WORDS[topic],
        gets,
        stops,
        data: encodePostback(stops ? 'unsubscribe' : 'subscribe', { topic }),
      };
    }),
  });
}
