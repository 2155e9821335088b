import { agencies, assessments, measures } from '../store/collections.ts';
import type { AgencyStore, Collection, Doc } from '../store/port.ts';
import type { Knowledge } from './answer.ts';

/** The id of the one document in `agency`. */
const PROFILE_ID = 'profile';

/** What is published, kept in memory and fresh by watching the store, so that questions cost no reads. */
export interface KnowledgeWatch {
  /** The newest picture; a new object after each change. Empty until `ready`. */
  current(): Knowledge;
  /** Resolves when everything has been read once. */
  readonly ready: Promise<void>;
  /** False while a watch is broken, i.e. answers may be older than the store. */
  isFresh(): boolean;
  stop(): void;
}

/** Watches the agency's profile, published assessments and measures. `onError` is told when a watch breaks; it goes on by itself. */
export function watchKnowledge(store: AgencyStore, onError: (error: Error) => void): KnowledgeWatch {
  let knowledge: Knowledge = { agency: undefined, assessments: [], measures: [] };
  const broken = new Set<string>();
  const stops: (() => void)[] = [];

  function follow<T>(
    collection: Collection<T>,
    change: (docs: readonly Doc<T>[]) => Partial<Knowledge>,
  ): Promise<void> {
    return new Promise((resolve) => {
      stops.push(
        store.watch(
          collection,
          (docs) => {
            broken.delete(collection.path);
            knowledge = { ...knowledge, ...change(docs) };
            resolve();
          },
          (error) => {
            broken.add(collection.path);
            onError(error);
          },
        ),
      );
    });
  }

  const ready = Promise.all([
    follow(agencies, (docs) => ({ agency: docs.find((doc) => doc.id === PROFILE_ID)?.data })),
    follow(assessments, (docs) => ({
      assessments: docs
        .map((doc) => doc.data.published)
        .filter((published) => published !== null)
        .sort((a, b) => a.fiscalYear - b.fiscalYear),
    })),
    follow(measures, (docs) => ({
      measures: docs.map((doc) => doc.data).sort((a, b) => a.fiscalYear - b.fiscalYear || a.no - b.no),
    })),
  ]);

  return {
    current: () => knowledge,
    ready: ready.then(() => undefined),
    isFresh: () => broken.size === 0,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
