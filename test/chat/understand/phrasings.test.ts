import { describe, expect, it } from 'vitest';
import { INTENTS, type Intent } from '../../../src/chat/request.ts';
import { confusesSafety, mistake, outsidePhrasings, phrasingFiles, readPhrasings } from './phrasings.ts';

// Each file was written, and measured once, before the lexicon was tuned to it; from then on it guards what was won.
// An honest figure for phrasings nobody has tuned to comes only from a new file.

/** Share of phrasings that must have the right intent and every slot right. */
const RIGHT = 0.97;

describe.each(phrasingFiles())('phrasings in %s', (file) => {
  const phrasings = readPhrasings(file);

  it('are understood in at least 97 of 100 cases, intent and slots', () => {
    const mistakes = phrasings.map(mistake).filter((found) => found !== undefined);
    const allowed = Math.floor(phrasings.length * (1 - RIGHT));
    // Compared as a list, so that a failure names every mistake.
    if (mistakes.length > allowed) expect(mistakes).toEqual([]);
  });

  it('are never taken for a matter of safety wrongly, nor the other way round', () => {
    expect(phrasings.filter(confusesSafety).map(({ text }) => text)).toEqual([]);
  });
});

/** What nobody can say: they need what only a button carries. */
const ONLY_TAPPED: readonly Intent[] = [
  'push_missed',
  'staff_member',
  ...(['work_measure', 'assign_measure', 'measure_due', 'add_measure'] as const),
  ...(['counter_code', 'feedback_item'] as const),
];

it('phrasings cover every intent that can be said', () => {
  const covered = new Set(phrasingFiles().flatMap((file) => readPhrasings(file).map(({ intent }) => intent)));
  expect(INTENTS.filter((intent) => !covered.has(intent))).toEqual(ONLY_TAPPED);
});

const outside = outsidePhrasings();
it.skipIf(!outside)('the sixty phrasings kept beside the project (shared/intents-dev.json) are all understood', () => {
  expect((outside ?? []).map(mistake).filter((found) => found !== undefined)).toEqual([]);
});
