import { anything } from './by-type.ts';
import type { Check } from './check.ts';
import { list } from './list.ts';
import { message } from './message.ts';
import { isObject, object, required } from './object.ts';
import { text } from './text.ts';
import { integer } from './value.ts';

const id = required(text({ max: 100 }));
const emoji = object({ index: required(integer(0)), productId: id, emojiId: id });

/** Every emoji stands where the text has a `$`. */
const emojiPlaces: Check = (value, place) => {
  if (!isObject(value) || typeof value['text'] !== 'string' || !Array.isArray(value['emojis'])) return;
  for (const [i, entry] of value['emojis'].entries()) {
    if (!isObject(entry) || !Number.isInteger(entry['index'])) continue;
    if (value['text'][Number(entry['index'])] !== '$') {
      place.at('emojis').at(i).at('index').fail('index must point at the character $ in the text');
    }
  }
};

/** Text of at most 5,000 code units with at most 20 LINE emoji. */
export const textMessage = message(
  { text: required(text({ max: 5000 })), emojis: list(emoji, 0, 20), quoteToken: anything },
  emojiPlaces,
);
