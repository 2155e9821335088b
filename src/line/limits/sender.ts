import type { Check } from './check.ts';
import { object } from './object.ts';
import { text } from './text.ts';
import { mediaUrl } from './uri.ts';

const nameLength = text({ max: 20 });

/** A name of at most 20 code units that does not pass for LINE itself. */
const name: Check = (value, place) => {
  nameLength(value, place);
  if (typeof value === 'string' && /\bline\b/i.test(value)) place.fail('invalid property');
};

/** Another name and icon for one message. */
export const sender = object({ name, iconUrl: mediaUrl });
