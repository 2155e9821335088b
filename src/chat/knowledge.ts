import { PROFILE_ID } from '../agency/profile-record.ts';
import type { AgencyProfile } from '../agency/profile.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { measuresOfPublished } from '../measures/measures-of-published.ts';
import type { Measure } from '../measures/measure.ts';
import { agencies, assessments, measures } from '../store/collections.ts';
import type { AgencyStore, Collection, Doc } from '../store/port.ts';
import type { Knowledge } from './answer.ts';

/** What is published, kept in memory and fresh by watching the store, so that questions cost no reads. */
export interface KnowledgeWatch {
  /** The newest picture; a new object after each change. Empty until `ready`. */
  readonly current: () => Knowledge;
  /** Resolves when everything has been read once; `isReady` tells whether it has. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  readonly stop: () => void;
}

/** Everything the watches have seen, drafts left out. */
interface Seen {
  readonly agency: AgencyProfile | undefined;
  readonly assessments: readonly Assessment[];
  readonly measures: readonly Measure[];
}

/** Watches the agency's profile, published results and measures. `onError` is told when a watch breaks; it goes on by itself. */
export function watchKnowledge(store: AgencyStore, onError: (error: Error) => void): KnowledgeWatch {
  let seen: Seen = { agency: undefined, assessments: [], measures: [] };
  let knowledge: Knowledge = seen;
  const stops: (() => void)[] = [];

  function follow<T>(collection: Collection<T>, change: (docs: readonly Doc<T>[]) => Partial<Seen>): Promise<void> {
    return new Promise((resolve) => {
      const onDocs = (docs: readonly Doc<T>[]): void => {
        seen = { ...seen, ...change(docs) };
        knowledge = toKnowledge(seen);
        resolve();
      };
      stops.push(store.watch(collection, onDocs, onError));
    });
  }

  let isReady = false;
  const ready = Promise.all([
    follow(agencies, (docs) => ({ agency: docs.find((doc) => doc.id === PROFILE_ID)?.data })),
    follow(assessments, (docs) => ({
      assessments: docs.map((doc) => doc.data.published).filter((published) => published !== null),
    })),
    follow(measures, (docs) => ({ measures: docs.map((doc) => doc.data) })),
  ]).then(() => {
    isReady = true;
  });

  return {
    current: () => knowledge,
    ready,
    isReady: () => isReady,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function toKnowledge(seen: Seen): Knowledge {
  const published = seen.assessments.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  const years = published.map((assessment) => assessment.fiscalYear);
  return {
    agency: seen.agency,
    assessments: published,
    measures: measuresOfPublished(seen.measures, years).toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.no - b.no),
  };
}
