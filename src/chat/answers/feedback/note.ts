import type { AnswerContext, Reply, Write } from '../../answer.ts';
import type { Subject } from '../../feedback/subject.ts';
import { encodePostback } from '../../postback.ts';
import { personalReply } from '../card-reply.ts';

/**
 * A few words about what has been done, and the ways on. `nothing`: nothing was under way; `gone`: there is no answer of that day; `late`: the tap came so
 * long after its day that nobody can tell any more which answer it is about.
 */
export function note(
  what: 'declined' | 'stopped' | 'nothing' | 'done' | 'gone' | 'late' | 'withdrawn',
  subject: Subject,
  context: AnswerContext,
  ...writes: Write[]
): Reply {
  const again = encodePostback('give_feedback', subject);
  return personalReply(context, 'feedback-note', { what, again }, ...writes);
}
