// An <img> from a message: checked address, fixed proportions, a quiet tile when it cannot be loaded.
import { imageAddress } from '../addresses.ts';
import { el } from '../element.ts';
import { textAt } from '../read-json.ts';

const RATIO = /^(\d{1,6}(?:\.\d{1,4})?):(\d{1,6}(?:\.\d{1,4})?)$/;

/** LINE refuses pictures more than three times as high as wide. */
const HIGHEST = 3;

/** Width divided by height from `w:h`; `otherwise` for anything else. */
export function ratioAt(json: unknown, key: string, otherwise: number): number {
  const match = RATIO.exec(textAt(json, key) ?? '');
  const ratio = Number(match?.[1]) / Number(match?.[2]);
  return Number.isFinite(ratio) && ratio > 0 ? Math.max(ratio, 1 / HIGHEST) : otherwise;
}

/** A frame of the given proportions with the picture in it. Decorative: the message's altText says what matters. */
export function picture(url: unknown, ratio: number, fit: 'cover' | 'contain'): HTMLElement {
  const frame = el('div', { class: 'picture' });
  frame.style.aspectRatio = String(ratio);
  const address = imageAddress(url);
  if (!address) {
    frame.classList.add('picture-missing');
    return frame;
  }
  const image = el('img', { alt: '', referrerpolicy: 'no-referrer', decoding: 'async' });
  image.style.objectFit = fit;
  image.addEventListener('error', () => {
    image.remove();
    frame.classList.add('picture-missing');
  });
  image.src = address;
  frame.append(image);
  return frame;
}
