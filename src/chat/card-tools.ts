import { CARD_FUNCTIONS } from '../flex/card-functions.ts';
import type { CardTools } from '../flex/load-cards.ts';
import { checkMessages } from '../line/limits/check-messages.ts';
import { encodePostback } from './postback.ts';

/** What the card templates are given: functions to show values, `postback(intent, slots)` for buttons, and LINE's limits. */
export const CARD_TOOLS: CardTools = {
  functions: { ...CARD_FUNCTIONS, postback: encodePostback },
  check: checkMessages,
};
