import { findFeedback } from '../../../feedback/read-feedback.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';
import { nothingThere } from '../nothing-there.ts';
import type { Item } from './item-card.ts';

/** Answers about the piece of feedback a button is about, or says that it is not there. One read. */
export function ofItem(
  ref: string,
  context: AnswerContext,
  then: (item: Item, desk: Desk) => Reply | Promise<Reply>,
): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const id = desk.seal.open(ref);
      const now = id === undefined ? undefined : await findFeedback(desk.store, id);
      return id === undefined || now === undefined ? nothingThere('feedback', context) : then({ id, ref, now }, desk);
    },
  };
}
