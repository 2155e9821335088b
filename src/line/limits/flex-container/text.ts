import { anything } from '../by-type.ts';
import { all, type Check } from '../check.ts';
import { isObject, object, required } from '../object.ts';
import { boolean, color, integer, oneOf } from '../value.ts';
import { tapAction } from './flex-action.ts';
import { align, flex, gravity, placing } from './placing.ts';
import { lineSpacing, textSize } from './units.ts';

/** Not empty. LINE documents no longest text; the size of the bubble ends it. */
const words: Check = (value, place) => {
  if (typeof value !== 'string') place.fail(place.words.wrong(place.path));
  else if (value === '') place.fail(place.words.empty);
};

const looks = {
  size: textSize,
  color: color(true),
  weight: oneOf('regular', 'bold'),
  style: oneOf('normal', 'italic'),
  decoration: oneOf('none', 'underline', 'line-through'),
};

const spanFields = object({ type: anything, text: required(words), ...looks });

const span: Check = (value, place) => {
  if (isObject(value) && value['type'] === 'span') spanFields(value, place);
  else place.fail('invalid property');
};

const spans: Check = (value, place) => {
  if (!Array.isArray(value)) place.fail(place.words.wrong(place.path));
  else for (const [i, item] of value.entries()) span(item, place.at(i));
};

const textOrContents: Check = (value, place) => {
  if (!isObject(value)) return;
  const { text, contents } = value;
  const spanned = Array.isArray(contents) && contents.length > 0;
  if ((text === undefined || text === null) && !spanned) place.fail('`text` or `contents` must be specified');
};

/** Text, or spans of text that look different. */
export const textComponent = all(
  object({
    ...placing,
    ...looks,
    text: words,
    contents: spans,
    adjustMode: oneOf('shrink-to-fit'),
    flex,
    scaling: boolean,
    align,
    gravity,
    wrap: boolean,
    lineSpacing,
    maxLines: integer(0),
    action: tapAction,
  }),
  textOrContents,
);
