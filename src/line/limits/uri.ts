import type { Check } from './check.ts';
import type { Place } from './place.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** What may stand in a URI: everything else, Thai text too, has to be percent-encoded as UTF-8. */
const ENCODED = /^[\x21-\x7e]+$/;

function checkUri(value: unknown, place: Place, schemes: readonly string[], max: number): void {
  if (typeof value !== 'string') place.fail(place.words.wrong(place.path));
  else if (value === '') place.fail(place.words.empty);
  else if (value.length > max) place.fail(place.words.length(0, max));
  else {
    const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
    if (scheme === undefined || !ENCODED.test(value)) place.fail('invalid uri');
    else if (!schemes.includes(scheme)) place.fail('invalid uri scheme');
    else if (scheme.startsWith('http') && !URL.canParse(value)) place.fail('invalid uri');
  }
}

/** The link of an action: http, https, line or tel, at most 1,000 code units. */
export const linkUri: Check = (value, place) => {
  checkUri(value, place, ['http', 'https', 'line', 'tel'], 1000);
};

/** The address of a picture, sound or film: https, at most 2,000 code units. */
export const mediaUrl: Check = (value, place) => {
  checkUri(value, place, ['https'], 2000);
};
