import type { Assessment } from '../../assessment/assessment.ts';
import { linkable } from '../../linkable.ts';

/** Where scores come from, as every card with a score shows it. */
export interface SourceShown {
  readonly title: string;
  readonly url: string | null;
}

export function sourceOf({ source }: Assessment): SourceShown {
  return { title: source.title, url: linkable(source.url) };
}
