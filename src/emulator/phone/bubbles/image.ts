// Flex images, icons and the video block.
import { el } from '../element.ts';
import { icon } from '../icon.ts';
import { field, textAt, wordAt } from '../read-json.ts';
import { colourAt, lengthAt } from './css-values.ts';
import { isAcross } from './drawing.ts';
import type { Drawing, Place } from './drawing.ts';
import { picture, ratioAt } from './picture.ts';
import { place } from './placement.ts';
import { IMAGE_SIZES, TEXT_SIZES } from './sizes.ts';
import { makeTappable } from './tap.ts';

const ALIGN = { start: 'flex-start', center: 'center', end: 'flex-end' } as const;

export function drawImage(json: unknown, at: Place, drawing: Drawing): HTMLElement {
  const frame = picture(
    field(json, 'url'),
    ratioAt(json, 'aspectRatio', 1),
    textAt(json, 'aspectMode') === 'cover' ? 'cover' : 'contain',
  );
  frame.style.backgroundColor = colourAt(json, 'backgroundColor') ?? '';
  const image = el('div', { class: 'fx fx-image' }, frame);
  image.style.alignItems = ALIGN[wordAt(json, 'align', ['start', 'center', 'end']) ?? 'center'];
  place(image, json, at.layout);
  const width =
    textAt(json, 'size') === 'full' ? '100%' : (lengthAt(json, 'size', IMAGE_SIZES, { percent: true }) ?? '100px');
  const relative = width.endsWith('%');
  // A share of the width needs a width to be a share of: give the outer element one where its content decides.
  if (relative && (!isAcross(at.layout) || image.style.flexGrow === '0' || image.style.position === 'absolute')) {
    image.style.width = isAcross(at.layout) ? width : '100%';
    frame.style.width = isAcross(at.layout) ? '100%' : width;
  } else frame.style.width = width;
  makeTappable(image, json, at.depth, drawing);
  return image;
}

/** An icon is as high as text of its size and stands on the baseline. */
export function drawIcon(json: unknown, at: Place): HTMLElement {
  const height = lengthAt(json, 'size', TEXT_SIZES, { percent: false }) ?? '16px';
  const ratio = ratioAt(json, 'aspectRatio', 1);
  const frame = picture(field(json, 'url'), ratio, 'contain');
  frame.style.height = height;
  frame.style.width = `calc(${height} * ${ratio})`;
  const made = el('div', { class: 'fx fx-icon' }, frame);
  place(made, json, at.layout);
  return made;
}

/** A video is shown as its preview; nothing is played. */
export function drawVideo(json: unknown, at: Place, drawing: Drawing): HTMLElement {
  const frame = picture(field(json, 'previewUrl'), ratioAt(json, 'aspectRatio', 1), 'cover');
  frame.append(el('span', { class: 'video-note' }, icon('play'), 'วิดีโอ'));
  const video = el('div', { class: 'fx fx-image fx-video' }, frame);
  makeTappable(video, json, at.depth, drawing);
  return video;
}
