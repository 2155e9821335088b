import { anything, byType } from './by-type.ts';
import type { Check } from './check.ts';
import { message } from './message.ts';
import { isObject, object, required } from './object.ts';
import { pattern, text } from './text.ts';

const KEY = /^[a-zA-Z0-9_]{1,20}$/;
const id = required(text({ max: 100 }));

const target = byType({
  user: object({ type: anything, userId: required(pattern(/^U[0-9a-f]{32}$/)) }),
  all: object({ type: anything }),
});

const substitute = byType({
  mention: object({ type: anything, mentionee: required(target) }),
  emoji: object({ type: anything, productId: id, emojiId: id }),
});

/** At most 100 replacements, of them at most 20 mentions and 20 emoji. */
const substitution: Check = (value, place) => {
  if (!isObject(value)) {
    place.fail(place.words.wrong(place.path));
    return;
  }
  const entries = Object.entries(value);
  if (entries.length > 100) place.fail(place.words.size(0, 100));
  const count = { mention: 0, emoji: 0 };
  for (const [key, entry] of entries.slice(0, 100)) {
    if (!KEY.test(key)) place.at(key).fail(`The key '${key}' does not match the pattern '${KEY.source}'.`);
    substitute(entry, place.at(key));
    if (isObject(entry) && entry['type'] === 'mention') count.mention += 1;
    if (isObject(entry) && entry['type'] === 'emoji') count.emoji += 1;
  }
  if (count.mention > 20 || count.emoji > 20) place.fail('at most 20 mentions and 20 emojis are allowed');
};

/** `{key}` stands for a replacement; `{{` and `}}` are literal braces. */
const braces: Check = (value, place) => {
  if (!isObject(value) || typeof value['text'] !== 'string') return;
  const given = isObject(value['substitution']) ? value['substitution'] : {};
  const bare = value['text'].replaceAll('{{', '').replaceAll('}}', '');
  for (const [, key = ''] of bare.matchAll(/\{([^{}]*)\}/g)) {
    if (!KEY.test(key)) {
      place.at('text').fail(`The key '${key}' enclosed in '{}' does not match the pattern '${KEY.source}'.`);
    } else if (!Object.hasOwn(given, key)) {
      place.at('text').fail(`The key '${key}' enclosed in '{}' is not in the substitution.`);
    }
  }
  if (/[{}]/.test(bare.replaceAll(/\{[^{}]*\}/g, ''))) place.at('text').fail("'{' and '}' must be paired or doubled.");
};

/** Text with mentions and emoji put in by name. */
export const textV2Message = message(
  { text: required(text({ max: 5000 })), substitution, quoteToken: anything },
  braces,
);
