import { silence, smallPicture, type Media } from '../world/media.ts';
import { ActError } from './act-error.ts';
import type { Act, Stage } from './stage.ts';

/** A text message holds at most 5,000 UTF-16 code units, also one that a person types. */
const LONGEST_TEXT = 5000;

const FAR = { latitude: 90, longitude: 180 };

/** A place; coordinates in degrees. */
export interface Place {
  readonly title?: string;
  readonly address?: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Bang Pu, Samut Prakan: somewhere on land in Thailand. */
const SOMEWHERE: Place = { title: 'ตำแหน่งของฉัน', address: 'สมุทรปราการ', latitude: 13.5, longitude: 100.65 };

function checkText(text: string): void {
  if (text === '') throw new ActError('กรุณาพิมพ์ข้อความ');
  if (text.length > LONGEST_TEXT) throw new ActError(`ข้อความยาวเกิน ${LONGEST_TEXT} ตัวอักษร`);
}

/** Messages that a person sends. `url` is where the phone finds the files. */
export function createSayings(stage: Stage, url: () => string) {
  const { world } = stage;

  /** Sends a message: `sent` is what the bot gets, `shown` what the phone draws. */
  const send = (
    chatId: string,
    as: string | undefined,
    sent: Readonly<Record<string, unknown>>,
    shown: (id: string) => Readonly<Record<string, unknown>>,
  ): Act => {
    const { chat, person } = stage.actor(chatId, as);
    const id = world.ids.message();
    const markAsReadToken = stage.markAsReadToken();
    const event = stage.event({ chat, person }, 'message', { message: { id, ...sent, markAsReadToken } });
    if (chat.kind === 'user') person.wroteAt = world.clock().getTime();
    return stage.perform(chat, { kind: 'out', from: person.id, message: shown(id), messageId: id, event });
  };
  const quoteToken = () => world.ids.token();
  const fileUrl = (id: string) => `${url()}/phone/media/${id}`;

  return {
    text: (chatId: string, text: string, as?: string): Act => {
      checkText(text);
      return send(chatId, as, { type: 'text', text, quoteToken: quoteToken() }, () => ({ type: 'text', text }));
    },
    sticker: (chatId: string, as?: string, packageId = '446', stickerId = '1988'): Act => {
      const sticker = { type: 'sticker', packageId, stickerId };
      const more = { stickerResourceType: 'STATIC', keywords: ['hello'], quoteToken: quoteToken() };
      return send(chatId, as, { ...sticker, ...more }, () => sticker);
    },
    image: (chatId: string, as?: string, picture: Media = smallPicture()): Act => {
      const sent = { type: 'image', contentProvider: { type: 'line' }, quoteToken: quoteToken() };
      return send(chatId, as, sent, (id) => {
        world.media.set(id, picture);
        return { type: 'image', originalContentUrl: fileUrl(id), previewImageUrl: fileUrl(id) };
      });
    },
    audio: (chatId: string, as?: string): Act => {
      const duration = 1000;
      return send(chatId, as, { type: 'audio', duration, contentProvider: { type: 'line' } }, (id) => {
        world.media.set(id, silence(duration));
        return { type: 'audio', originalContentUrl: fileUrl(id), duration };
      });
    },
    location: (chatId: string, place: Place = SOMEWHERE, as?: string): Act => {
      if (!(Math.abs(place.latitude) <= FAR.latitude && Math.abs(place.longitude) <= FAR.longitude)) {
        throw new ActError('พิกัดไม่ถูกต้อง');
      }
      const location = { type: 'location', ...place };
      return send(chatId, as, location, () => ({ ...SOMEWHERE, ...location }));
    },
    /** Takes a message back; the bot is asked to forget it. */
    unsend: (chatId: string, messageId: string): Act => {
      const { chat, person, entry } = own(chatId, messageId);
      const event = stage.event({ chat, person }, 'unsend', { unsend: { messageId } }, false);
      world.chats.update(chat.id, entry.seq, { message: { type: 'text', text: '(ยกเลิกข้อความแล้ว)' } });
      return stage.perform(chat, { kind: 'system', from: person.id, text: `${person.name} ยกเลิกข้อความ`, event });
    },
    /** Changes the text of a message. LINE has this in groups only. */
    edit: (chatId: string, messageId: string, text: string): Act => {
      checkText(text);
      const { chat, person, entry } = own(chatId, messageId);
      if (chat.kind !== 'group') throw new ActError('LINE ให้แก้ไขข้อความได้เฉพาะในกลุ่ม');
      if (entry.message?.['type'] !== 'text') throw new ActError('แก้ไขได้เฉพาะข้อความตัวอักษร');
      const message = { type: 'text', id: messageId, text, quoteToken: quoteToken() };
      const event = stage.event({ chat, person }, 'messageEdited', { message });
      world.chats.update(chat.id, entry.seq, { message: { type: 'text', text } });
      return stage.perform(chat, { kind: 'system', from: person.id, text: `${person.name} แก้ไขข้อความ`, event });
    },
  };

  /** A message that was sent in this chat, and who sent it. */
  function own(chatId: string, messageId: string) {
    const chat = stage.chat(chatId);
    const entry = world.chats.of(chat.id).find((it) => it.kind === 'out' && it.messageId === messageId);
    if (entry === undefined) throw new ActError('ไม่พบข้อความนี้', 404);
    return { ...stage.actor(chatId, chat.kind === 'group' ? entry.from : undefined), entry };
  }
}
