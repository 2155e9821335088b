import { message } from './message.ts';
import { required } from './object.ts';
import { text } from './text.ts';
import { number } from './value.ts';

/** A point on the map, in degrees. */
export const locationMessage = message({
  title: required(text({ max: 100 })),
  address: required(text({ max: 100 })),
  latitude: required(number(-90, 90)),
  longitude: required(number(-180, 180)),
});
