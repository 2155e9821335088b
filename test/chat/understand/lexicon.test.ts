import { expect, it } from 'vitest';
import { normalise } from '../../../src/chat/understand/normalise.ts';
import { PHRASES } from '../../../src/chat/understand/lexicon/lexicon.ts';

it('every phrase of the lexicon is spelt as normalised text is, or it would never be found', () => {
  const thai = PHRASES.filter((phrase) => /^[ก-์ ]+$/.test(phrase));
  expect(thai.length).toBeGreaterThan(1000);
  expect(thai.filter((phrase) => normalise(phrase) !== phrase)).toEqual([]);
});
