import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/chat/understand/understand.ts';
import { seeded } from '../../seeded.ts';
import { phrasingFiles, readPhrasings, SAFETY, TODAY } from './phrasings.ts';
import { SLIPS } from './typos.ts';

/** Codes and two-letter words have no room for a slip, and gibberish no meaning to lose. */
const said = phrasingFiles()
  .flatMap((file) => readPhrasings(file))
  .filter(({ text, intent }) => text.length >= 8 && intent !== 'not_understood');

const random = seeded(2565);
const slips = Object.entries(SLIPS);
const typos = Array.from({ length: 300 }, (_, i) => {
  const [slip, make] = slips[i % slips.length]!;
  const phrasing = said[Math.floor(random() * said.length)]!;
  return { ...phrasing, slip, typed: make(phrasing.text, random) };
});

describe('300 phrasings with a slip of the finger', () => {
  it('keep their intent in at least 9 of 10 cases', () => {
    const lost = typos.filter(({ typed, intent }) => understand(typed, { today: TODAY }).request.intent !== intent);
    const names = lost.map(({ typed, slip, intent }) => `${typed} (${slip}): lost ${intent}`);
    // Compared as a list, so that a failure names every one that was lost.
    if (lost.length > typos.length / 10) expect(names).toEqual([]);
    expect(typos).toHaveLength(300);
  });

  it('never become a matter of safety', () => {
    const turned = typos.filter(({ typed, intent }) => {
      const got = understand(typed, { today: TODAY }).request.intent;
      return SAFETY.has(got) && got !== intent;
    });
    expect(turned.map(({ typed, slip }) => `${typed} (${slip})`)).toEqual([]);
  });
});
