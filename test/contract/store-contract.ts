import { describe, expect, it } from 'vitest';
import { describeCounted } from './counted.ts';
import { describeCosts } from './costs.ts';
import { describeDocuments } from './documents.ts';
import { describeQueries } from './queries.ts';
import { isCovered, recordQueries, type RecordedQuery } from './recorded-queries.ts';
import { describeRefusals } from './refusals.ts';
import { describeTransactions } from './transactions.ts';
import type { OpenStore } from './under-test.ts';
import { describeWatches } from './watches.ts';

/**
 * Everything port.ts promises, the same for every adapter.
 * @param incrementsThroughTwo How many increments of one document two stores try at once.
 */
export function describeStoreContract(open: OpenStore, incrementsThroughTwo: number): void {
  const recorded: RecordedQuery[] = [];
  const openRecorded: OpenStore = async (options) => recordQueries(await open(options), recorded);

  describeDocuments(openRecorded);
  describeRefusals(openRecorded);
  describeQueries(openRecorded);
  describeCounted(openRecorded);
  describeTransactions(openRecorded, incrementsThroughTwo);
  describeWatches(openRecorded);
  describeCosts(openRecorded);

  describe('indexes', () => {
    it('cover every query that was made above', () => {
      expect(recorded.length).toBeGreaterThan(0);
      expect(recorded.filter((query) => !isCovered(query))).toEqual([]);
    });
  });
}
