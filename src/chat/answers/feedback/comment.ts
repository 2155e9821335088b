import type { LineMessage } from '../../../line/message.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import type { Subject } from '../../feedback/subject.ts';
import { encodePostback } from '../../postback.ts';
import { personalReply } from '../card-reply.ts';
import { reportCorruption } from '../report-corruption.ts';

/**
 * For words that report corruption: nothing of them is stored. First the proper channels, then the choice to send them as
 * ordinary feedback all the same; they have to be sent once more for that, because they are not kept.
 */
export function notAComment(subject: Subject, context: AnswerContext): Reply {
  const choice = personalReply(context, 'feedback-corruption', {
    anyway: encodePostback('give_feedback', { ...subject, act: 'anyway' }),
    drop: encodePostback('give_feedback', { ...subject, act: 'done' }),
  });
  return { ...choice, messages: [...channels(context), ...choice.messages], waitFor: null };
}

function channels(context: AnswerContext): readonly LineMessage[] {
  const answered = reportCorruption({}, context);
  return 'needs' in answered ? [] : answered.messages;
}
