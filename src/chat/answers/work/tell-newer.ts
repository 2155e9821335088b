import { measureId, type Measure } from '../../../measures/measure.ts';
import { progressSince } from '../../../measures/read-progress.ts';
import type { AgencyStore } from '../../../store/port.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { progressWords } from '../../card-data/measures.ts';
import { namesOf, whatWords, whoWords } from '../../card-data/progress.ts';
import { personalReply } from '../card-reply.ts';
import { workData } from './work-buttons.ts';

/** Changes of others that are listed; the history has the rest. */
const SHOWN = 5;

export interface Newer {
  readonly context: AnswerContext;
  readonly store: AgencyStore;
  /** Revision that the card showed which was tapped. */
  readonly seen: number | undefined;
  /** What became of the tap. */
  readonly words: string;
  /** The way on, on the measure as it is now. */
  readonly on: { readonly label: string; readonly data: string };
}

/** What others did since the card was shown, who and when, and the way on. Nothing has been written. */
export async function tellNewer(measure: Measure, { context, store, seen, words, on }: Newer): Promise<Reply> {
  const { agency } = context.knowledge;
  const since = (await progressSince(store, measureId(measure), seen ?? 0)).map(({ data }) => data);
  const listed = since.slice(-SHOWN);
  const names = await namesOf(store, listed);
  return personalReply(context, 'work-newer', {
    no: measure.no,
    year: measure.fiscalYear,
    title: measure.title,
    words,
    now: progressWords(measure),
    changes: listed.map((entry) => ({
      what: whatWords(entry, agency),
      who: whoWords(entry.by, names, agency),
      at: new Date(entry.atMs).toISOString(),
    })),
    more: since.length - listed.length,
    on,
    look: workData(measure, {}),
  });
}
