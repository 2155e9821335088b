import type { Check } from '../check.ts';

const STEPS = ['xs', 'sm', 'md', 'lg', 'xl', 'xxl'] as const;
const TEXT_SIZES = ['xxs', ...STEPS, '3xl', '4xl', '5xl'] as const;

const PX = /^\d+(?:\.\d+)?px$/;
const PERCENT = /^\d+(?:\.\d+)?%$/;
const SIGNED = /^-?\d+(?:\.\d+)?(?:px|%)$/;

/** A length: one of the patterns or one of the words. What looks like a number has the wrong unit. */
const measure =
  (patterns: readonly RegExp[], words: readonly string[]): Check =>
  (value, place) => {
    if (typeof value !== 'string') place.fail(place.words.wrong(place.path));
    else if (!words.includes(value) && !patterns.some((it) => it.test(value))) {
      place.fail(/^-?\d/.test(value) ? 'invalid unit' : place.words.wrong(place.path));
    }
  };

/** Margin of a component and spacing between the children of a box: no percentages. */
export const gap = measure([PX], ['none', ...STEPS]);
export const padding = measure([PX, PERCENT], ['none', ...STEPS]);
export const offset = measure([SIGNED], ['none', ...STEPS]);
export const cornerRadius = measure([PX], ['none', ...STEPS]);
export const borderWidth = measure([PX], ['none', 'light', 'normal', 'medium', 'semi-bold', 'bold']);
export const boxSize = measure([PX, PERCENT], []);
/** Size of text, spans and icons. */
export const textSize = measure([PX], TEXT_SIZES);
export const imageSize = measure([PX, PERCENT], [...TEXT_SIZES, 'full']);
export const lineSpacing = measure([PX], []);
export const gradientStop = measure([PERCENT], []);

/** `w:h`, each from 1 to 100000, and the height at most three times the width. */
export const aspectRatio: Check = (value, place) => {
  const [, w, h] = (typeof value === 'string' ? /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(value) : null) ?? [];
  const [width, height] = [Number(w), Number(h)];
  if (w === undefined) place.fail(place.words.wrong(place.path));
  else if (Math.max(width, height) > 100_000) place.fail('upper limit exceeded');
  else if (Math.min(width, height) < 1) place.fail('lower limit exceeded');
  else if (height > 3 * width) place.fail('aspect ratio must be in the range (0 < (h/w) <= 3)');
};

/** `0deg` to `360deg`, with decimals. */
export const angle: Check = (value, place) => {
  const degrees = typeof value === 'string' ? /^(\d+(?:\.\d+)?)deg$/.exec(value)?.[1] : undefined;
  if (degrees === undefined) place.fail(place.words.wrong(place.path));
  else if (Number(degrees) > 360) place.fail('upper limit exceeded');
};
