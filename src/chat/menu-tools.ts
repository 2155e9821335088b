import type { MenuTools } from '../menus/check-taps.ts';
import { mayActAs } from '../people/role.ts';
import { NEEDED_ROLE } from './access.ts';
import { decodePostback, encodePostback } from './postback.ts';
import { INTENTS } from './request.ts';

/** What the layouts of rich menus are given: the requests their buttons can make, and who may make them. */
export const MENU_TOOLS: MenuTools = {
  postback: (intent, slots) => {
    const pairs = Object.entries(slots).map(([key, value]): [string, string] => [key, String(value)]);
    const data = new URLSearchParams([['intent', intent], ...pairs]).toString();
    // Only what reads back as a request is one.
    const request = decodePostback(data);
    return request && encodePostback(request.intent, request.slots);
  },
  mayAsk: (role, intent) => {
    const known = INTENTS.find((one) => one === intent);
    return known !== undefined && mayActAs(role, NEEDED_ROLE[known]);
  },
};
