import { expect, it } from 'vitest';
import { fold, foldPlain, isPlain } from '../../../src/chat/understand/fold.ts';
import { normalise } from '../../../src/chat/understand/normalise.ts';
import { phrases } from '../../../src/chat/understand/lexicon/lexicon.ts';

const plain = phrases().filter(isPlain);

it('every phrase of the lexicon is spelt as normalised text is, or it would never be found', () => {
  expect(plain.length).toBeGreaterThan(1000);
  expect(plain.filter((phrase) => normalise(phrase) !== phrase)).toEqual([]);
});

it('the quick way of folding phrases gives what folding a message gives', () => {
  expect(plain.filter((phrase) => foldPlain(phrase) !== fold(phrase).text)).toEqual([]);
});
