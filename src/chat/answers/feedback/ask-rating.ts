import type { AnswerContext, Reply } from '../../answer.ts';
import type { Asked } from '../../feedback/asked.ts';
import { encodePostback } from '../../postback.ts';
import { SCALE } from '../../../feedback/scale.ts';
import { personalReply } from '../card-reply.ts';

/** One question, four faces. `said`: points that somebody gave in words; they are shown and never turned into a step. */
export function askRating(asked: Asked, context: AnswerContext, said?: number): Reply {
  const { subject, topic, point, place, audience } = asked;
  const card = personalReply(context, 'feedback-rate', {
    topic,
    point,
    place,
    staff: audience === 'staff',
    said: said ?? null,
    steps: SCALE.toReversed().map(({ face, name, score }) => ({
      face,
      name,
      data: encodePostback('give_feedback', { ...subject, step: score }),
    })),
    decline: encodePostback('give_feedback', { ...subject, act: 'decline' }),
  });
  // Whoever begins anew is done with what went before.
  return { ...card, waitFor: null };
}

/** For a code through which no answer is taken: the same words whatever the reason, so that guessing teaches nothing. */
export function closedCode(context: AnswerContext): Reply {
  return personalReply(context, 'feedback-closed', {});
}
