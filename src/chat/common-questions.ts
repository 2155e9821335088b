import { RecentMap } from '../recent-map.ts';
import type { Intent, Request } from './request.ts';

/** Texts remembered, and the longest one worth it (UTF-16 units): short questions are the ones that many people ask alike. */
const REMEMBERED = 500;
const LONGEST = 60;

/** Intents that are only questions about public matters. What else people write is not kept, not even in memory. */
const PUBLIC_QUESTIONS: ReadonlySet<Intent> = new Set([
  'overall_score',
  'score_list',
  'indicator_score',
  'instrument_score',
  'item_info',
  'weakest',
  'strongest',
  'compare_years',
  'grade_meaning',
  'definition',
  'measures',
  'measure_progress',
  'feedback_results',
  'help',
  'greeting',
  'report',
  'contact',
]);

/** Understanding of what is asked again and again. The same text in the same fiscal year always means the same. */
export class CommonQuestions {
  #requests = new RecentMap<string, Request>(REMEMBERED);
  #fiscalYear = 0;

  /** The request `text` stands for: remembered, or worked out by `understand`. */
  read(text: string, fiscalYear: number, understand: () => Request): Request {
    if (fiscalYear !== this.#fiscalYear) {
      this.#requests = new RecentMap(REMEMBERED);
      this.#fiscalYear = fiscalYear;
    }
    const remembered = this.#requests.get(text);
    if (remembered) return remembered;
    const request = understand();
    if (text.length <= LONGEST && PUBLIC_QUESTIONS.has(request.intent)) this.#requests.set(text, request);
    return request;
  }
}
