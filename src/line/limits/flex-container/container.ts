import { byType } from '../by-type.ts';
import { all, type Check } from '../check.ts';
import { bubble } from './bubble.ts';
import { carousel } from './carousel.ts';

/** Animated pictures of one message. */
const MOST_ANIMATED = 10;

function countAnimated(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 'animated' in value && value.animated === true ? 1 : 0;
  for (const inner of Object.values(value)) count += countAnimated(inner);
  return count;
}

const fewAnimated: Check = (value, place) => {
  if (countAnimated(value) > MOST_ANIMATED) place.fail(`at most ${MOST_ANIMATED} images can be animated`);
};

/** What a Flex message shows. */
export const flexContainer = all(byType({ bubble, carousel }), fewAnimated);
