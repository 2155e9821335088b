import type { AnswerContext, Reply, Write } from '../answer.ts';

/** A reply of one card, filled with `data` and the agency's name, that changes nothing. */
export function cardReply(context: AnswerContext, card: string, data: object = {}): Reply {
  return { messages: [context.cards.render(card, { ...agencyNames(context), ...data })], writes: [] };
}

/** A reply for this person alone: never kept for others. */
export function personalReply(context: AnswerContext, card: string, data: object, ...writes: Write[]): Reply {
  return { ...cardReply(context, card, data), writes, personal: true };
}

/** Short name for titles and full name for sentences; from the newest result as long as no profile has been loaded. */
function agencyNames({ knowledge }: AnswerContext): { agency: string; agencyName: string } {
  const name = knowledge.agency?.name ?? knowledge.assessments.at(-1)?.agencyName ?? 'หน่วยงาน';
  return { agency: knowledge.agency?.shortName ?? name, agencyName: name };
}
