import { RecentMap } from '../recent-map.ts';
import type { Knowledge } from './answer.ts';
import type { Request } from './request.ts';

/** Different questions remembered; there are a few hundred worth asking, each answer a few KB. */
const REMEMBERED = 500;

/**
 * Ready-made replies. Filling a card costs up to a millisecond, and most people ask the same few questions. A reply is good
 * as long as what is published (the same object) and the fiscal year are; then everything is forgotten.
 */
export class ReplyMemory {
  #replies = new RecentMap<string, string>(REMEMBERED);
  #knowledge: Knowledge | undefined;
  #fiscalYear = 0;

  /** The messages (JSON) said to the same request before, if they still hold. */
  find(request: Request, knowledge: Knowledge, fiscalYear: number): string | undefined {
    if (knowledge !== this.#knowledge || fiscalYear !== this.#fiscalYear) return undefined;
    return this.#replies.get(JSON.stringify(request));
  }

  /** Keeps a reply that is the same for everybody. */
  keep(request: Request, knowledge: Knowledge, fiscalYear: number, messagesJson: string): void {
    if (knowledge !== this.#knowledge || fiscalYear !== this.#fiscalYear) {
      this.#replies = new RecentMap(REMEMBERED);
      this.#knowledge = knowledge;
      this.#fiscalYear = fiscalYear;
    }
    this.#replies.set(JSON.stringify(request), messagesJson);
  }
}
