import { giveFeedback } from '../../../feedback/give-feedback.ts';
import type { Score } from '../../../feedback/scale.ts';
import { wasTakenBack } from '../../../feedback/withdraw-feedback.ts';
import type { AnswerContext, NeedsStore, User } from '../../answer.ts';
import { findAsked } from '../../feedback/asked.ts';
import type { Subject } from '../../feedback/subject.ts';
import { ReasonCodeSchema } from '../../../feedback/feedback.ts';
import { closedCode } from './ask-rating.ts';
import { givenCard } from './given.ts';
import { note } from './note.ts';

/** A face was tapped: that alone is a complete answer. One document written. */
export function takeRating(subject: Subject, score: Score, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const asked = await findAsked(subject, context.knowledge, context.currentFiscalYear, desk);
      if (!asked) return closedCode(context);
      const mine = await desk.idOf(user, subject);
      if (!mine) return note('late', subject, context);
      const { id } = mine;
      // What was tapped before it was taken back, and comes again, is not thanked for once more.
      if (user.redelivered === true && (await wasTakenBack(desk.store, id, user.eventMs)))
        return note('withdrawn', subject, context);
      const { fiscalYear, audience, indicators, point } = asked;
      const why = ReasonCodeSchema.safeParse(subject.code).data;
      const write = giveFeedback(id, {
        fiscalYear,
        code: subject.point ?? null,
        point,
        channel: 'line',
        audience,
        score,
        indicators,
        ...(why === undefined ? {} : { why: [why] }),
        givenAtMs: user.eventMs,
      });
      const about = Object.fromEntries(indicators.map((no) => [`i${no}`, true as const]));
      const given = { fiscalYear, audience, point, score, about, comment: null, wantsReply: false };
      const reply = givenCard(
        'rated',
        subject,
        id,
        { ...given, why: why === undefined ? {} : { [why]: true } },
        context,
        write,
      );
      return { ...reply, waitFor: null };
    },
  };
}
