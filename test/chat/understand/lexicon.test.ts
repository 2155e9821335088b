import { expect, it } from 'vitest';
import { fold, foldedCode } from '../../../src/chat/understand/fold.ts';
import { normalise } from '../../../src/chat/understand/normalise.ts';
import { phrases } from '../../../src/chat/understand/lexicon/lexicon.ts';

const all = phrases();

it('every phrase of the lexicon is spelt as normalised text is, or it would never be found', () => {
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((phrase) => normalise(phrase) !== phrase)).toEqual([]);
});

it('the quick way of folding phrases gives what folding a message gives', () => {
  const quick = (phrase: string) =>
    String.fromCharCode(...Array.from(phrase, (char) => foldedCode(char.charCodeAt(0))).filter((code) => code !== 0));
  expect(all.filter((phrase) => quick(phrase) !== fold(phrase).text)).toEqual([]);
});
