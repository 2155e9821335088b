import type { Check } from './check.ts';
import { flexContainer } from './flex-container/container.ts';
import { message } from './message.ts';
import { required } from './object.ts';
import { place } from './place.ts';
import { text } from './text.ts';
import { flexWords } from './words.ts';

/** Inside the container LINE names properties by their path from the container, not from the request body. */
const contents: Check = (value, outer) => {
  flexContainer(
    value,
    place('/', flexWords, (text, property) => {
      outer.report(text, property);
    }),
  );
};

export const flexMessage = message({ altText: required(text({ max: 1500 })), contents: required(contents) });
