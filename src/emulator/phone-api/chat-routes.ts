import { ActError } from '../acts/act-error.ts';
import type { Acts } from '../acts/acts.ts';
import type { Place } from '../acts/say.ts';
import type { Act } from '../acts/stage.ts';
import { optionalText, text, whole } from './fields.ts';

type Body = Readonly<Record<string, unknown>>;
type Route = (acts: Acts, chat: string, body: Body) => Act;

function params(body: Body): { readonly params?: Readonly<Record<string, string>> } {
  const given = body['params'];
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Object.values(given).some((it) => typeof it !== 'string')) {
    throw new ActError('params ต้องเป็น object ของข้อความ');
  }
  return { params: given as Readonly<Record<string, string>> };
}

/** The texts of a body that are there. */
const texts = <Key extends string>(body: Body, ...keys: readonly Key[]): Partial<Record<Key, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = optionalText(body, key);
      return value === undefined ? [] : [[key, value]];
    }),
  ) as Partial<Record<Key, string>>;

function place(body: Body): Place | undefined {
  const { latitude, longitude } = body;
  if (latitude === undefined && longitude === undefined) return undefined;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') throw new ActError('พิกัดต้องเป็นตัวเลข');
  return { ...texts(body, 'title', 'address'), latitude, longitude };
}

const as = (body: Body) => optionalText(body, 'as');

/** `POST /phone/api/chats/{id}/…` by its last word. */
export const CHAT_ROUTES: Readonly<Record<string, Route>> = {
  text: (acts, chat, body) => acts.text(chat, text(body, 'text'), as(body)),
  sticker: (acts, chat, body) =>
    acts.sticker(chat, as(body), optionalText(body, 'packageId'), optionalText(body, 'stickerId')),
  image: (acts, chat, body) => acts.image(chat, as(body)),
  audio: (acts, chat, body) => acts.audio(chat, as(body)),
  location: (acts, chat, body) => acts.location(chat, place(body), as(body)),
  postback: (acts, chat, body) =>
    acts.postback(chat, {
      data: text(body, 'data'),
      ...texts(body, 'displayText', 'richMenuAliasId', 'as'),
      ...params(body),
    }),
  follow: (acts, chat) => acts.follow(chat),
  unfollow: (acts, chat) => acts.unfollow(chat),
  join: (acts, chat, body) => acts.join(chat, as(body)),
  leave: (acts, chat) => acts.leave(chat),
  unsend: (acts, chat, body) => acts.unsend(chat, text(body, 'messageId')),
  edit: (acts, chat, body) => acts.edit(chat, text(body, 'messageId'), text(body, 'text')),
  redeliver: (acts, chat, body) => acts.redeliver(chat, whole(body, 'seq', 1, Number.MAX_SAFE_INTEGER)),
};
