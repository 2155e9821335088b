// Messages that are neither text nor cards: sticker, picture, video, sound, place, coupon.
import { imageAddress } from '../addresses.ts';
import { el } from '../element.ts';
import { picture } from '../bubbles/picture.ts';
import { icon } from '../icon.ts';
import { field, numberAt, textAt } from '../read-json.ts';

/** Longest title or address shown, in UTF-16 units (LINE: 100). */
const LONGEST = 100;

function tile(name: Parameters<typeof icon>[0], title: string, detail = ''): HTMLElement {
  const words = el('span', { class: 'tile-words' }, el('strong', {}, title), detail ? el('small', {}, detail) : null);
  return el('div', { class: 'tile' }, icon(name), words);
}

export function drawSticker(message: unknown): HTMLElement {
  const id = `${textAt(message, 'packageId') ?? '-'} / ${textAt(message, 'stickerId') ?? '-'}`;
  return el('div', { class: 'sticker' }, icon('sticker'), el('span', {}, 'สติกเกอร์'), el('small', {}, id.slice(0, 40)));
}

export function drawImageMessage(message: unknown): HTMLElement {
  const url = field(message, 'previewImageUrl') ?? field(message, 'originalContentUrl');
  if (!imageAddress(url)) return tile('image', 'รูปภาพ');
  const frame = picture(url, 4 / 3, 'cover');
  frame.classList.add('photo');
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', 'รูปภาพ');
  return frame;
}

export function drawVideoMessage(message: unknown): HTMLElement {
  const url = field(message, 'previewImageUrl');
  if (!imageAddress(url)) return tile('play', 'วิดีโอ');
  const frame = picture(url, 16 / 9, 'cover');
  frame.classList.add('photo');
  frame.append(el('span', { class: 'video-note' }, icon('play'), 'วิดีโอ'));
  return frame;
}

/** `duration` is in milliseconds. */
export function drawAudio(message: unknown): HTMLElement {
  const seconds = Math.round((numberAt(message, 'duration') ?? 0) / 1000);
  return tile('voice', 'ข้อความเสียง', seconds > 0 ? `${seconds} วินาที` : '');
}

export function drawLocation(message: unknown): HTMLElement {
  const latitude = numberAt(message, 'latitude');
  const longitude = numberAt(message, 'longitude');
  const where =
    latitude === undefined || longitude === undefined ? '' : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const title = (textAt(message, 'title') ?? 'ตำแหน่งที่ตั้ง').slice(0, LONGEST);
  const address = (textAt(message, 'address') ?? '').slice(0, LONGEST);
  return tile('location', title, [address, where].filter(Boolean).join(' · '));
}

export function drawCoupon(message: unknown): HTMLElement {
  return tile('image', 'คูปอง', (textAt(message, 'couponId') ?? '').slice(0, LONGEST));
}

export function drawUnknown(message: unknown): HTMLElement {
  return tile('more', 'ข้อความชนิดนี้ไม่มีภาพตัวอย่าง', (textAt(message, 'type') ?? '').slice(0, LONGEST));
}
