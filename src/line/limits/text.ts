import type { Check } from './check.ts';
import { isLongerThan } from './graphemes.ts';

interface Length {
  readonly min?: number;
  readonly max: number;
}

const checked =
  (tooLong: (text: string, max: number) => boolean) =>
  ({ min = 0, max }: Length): Check =>
  (value, place) => {
    if (typeof value !== 'string') place.fail(place.words.wrong(place.path));
    else if (value === '') place.fail(place.words.empty);
    else if (tooLong(value, max)) place.fail(place.words.length(min, max));
  };

/** Text that is not empty and has at most `max` UTF-16 code units. `min` only appears in LINE's wording. */
export const text = checked((value, max) => value.length > max);

/** Text that is not empty and has at most `max` grapheme clusters. */
export const graphemeText = checked(isLongerThan);

/** Text that matches a pattern. */
export const pattern =
  (shape: RegExp): Check =>
  (value, place) => {
    if (typeof value !== 'string') place.fail(place.words.wrong(place.path));
    else if (value === '') place.fail(place.words.empty);
    else if (!shape.test(value)) place.fail(place.words.wrong(place.path));
  };
