import { giveFeedback } from '../../../feedback/give-feedback.ts';
import type { Score } from '../../../feedback/scale.ts';
import { wasTakenBack } from '../../../feedback/withdraw-feedback.ts';
import type { AnswerContext, NeedsStore, User } from '../../answer.ts';
import { findAsked } from '../../feedback/asked.ts';
import type { Subject } from '../../feedback/subject.ts';
import { ReasonCodeSchema } from '../../../feedback/feedback.ts';
import { findFeedback } from '../../../feedback/read-feedback.ts';
import { closedCode } from './ask-rating.ts';
import { givenCard } from './given.ts';
import { note } from './note.ts';

/** A face was tapped: that alone is a complete answer. One document read for the card, one written. */
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
      const known = await findFeedback(desk.store, id);
      const { fiscalYear, audience, indicators, point, division } = asked;
      const why = ReasonCodeSchema.safeParse(subject.code).data;
      const write = giveFeedback(id, {
        fiscalYear,
        code: subject.point ?? null,
        point,
        channel: 'line',
        audience,
        score,
        indicators,
        division,
        ...(why === undefined ? {} : { why: [why] }),
        givenAtMs: user.eventMs,
      });
      const about = Object.fromEntries(indicators.map((no) => [`i${no}`, true as const]));
      // What was added to an earlier answer of today stays, and is shown to be there.
      const added = {
        why: why === undefined ? (known?.why ?? {}) : { [why]: true as const },
        comment: known?.comment ?? null,
        wantsReply: known?.wantsReply ?? false,
      };
      const reply = givenCard(
        'rated',
        subject,
        id,
        { fiscalYear, audience, point, score, about, ...added },
        context,
        write,
      );
      return { ...reply, waitFor: null };
    },
  };
}
