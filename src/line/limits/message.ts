import { anything } from './by-type.ts';
import { all, type Check } from './check.ts';
import { type Fields, object } from './object.ts';
import { quickReply } from './quick-reply.ts';
import { sender } from './sender.ts';

/** A message of one type: its own properties and those that every message may have. */
export const message = (fields: Fields, ...more: readonly Check[]): Check =>
  all(object({ type: anything, quickReply, sender, ...fields }), ...more);
