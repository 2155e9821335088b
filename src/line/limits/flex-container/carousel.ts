import { anything, byType } from '../by-type.ts';
import { all, type Check } from '../check.ts';
import { list } from '../list.ts';
import { isObject, object, required } from '../object.ts';
import { bubble } from './bubble.ts';
import { byteSize, CAROUSEL_BYTES } from './byte-size.ts';

const bubblesOf = (value: unknown): readonly unknown[] =>
  isObject(value) && Array.isArray(value['contents']) ? value['contents'] : [];

const sameSize: Check = (value, place) => {
  const sizes = bubblesOf(value).map((it) => (isObject(it) ? (it['size'] ?? 'mega') : 'mega'));
  if (new Set(sizes).size > 1) place.at('contents').fail('all bubbles must have the same size');
};

const noVideo: Check = (value, place) => {
  for (const [i, it] of bubblesOf(value).entries()) {
    if (isObject(it) && isObject(it['hero']) && it['hero']['type'] === 'video') {
      place.at('contents').at(i).at('hero').fail('embedding videos in messages is not allowed');
    }
  }
};

const smallEnough: Check = (value, place) => {
  const bytes = byteSize(value);
  if (bytes > CAROUSEL_BYTES) place.fail(`the carousel has ${bytes} bytes, at most ${CAROUSEL_BYTES} are allowed`);
};

/** At most twelve cards side by side. */
export const carousel = all(
  object({ type: anything, contents: required(list(byType({ bubble }), 1, 12)) }),
  sameSize,
  noVideo,
  smallEnough,
);
