import { anything, byType } from '../by-type.ts';
import { all, type Check } from '../check.ts';
import { isObject, object } from '../object.ts';
import { boolean, color, oneOf } from '../value.ts';
import { BUBBLE_BYTES, byteSize } from './byte-size.ts';
import { boxComponent } from './component.ts';
import { tapAction } from './flex-action.ts';
import { imageComponent } from './image.ts';
import { videoComponent } from './video.ts';

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const;

const block = byType({ box: boxComponent });
const blockStyle = object({ backgroundColor: color(true), separator: boolean, separatorColor: color(true) });

const fields = object({
  type: anything,
  size: oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'),
  direction: oneOf('ltr', 'rtl'),
  header: block,
  hero: byType({ box: boxComponent, image: imageComponent, video: videoComponent }),
  body: block,
  footer: block,
  styles: object({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle }),
  action: tapAction,
});

const someBlock: Check = (value, place) => {
  if (isObject(value) && BLOCKS.every((it) => value[it] === undefined || value[it] === null)) {
    place.fail('At least one block must be specified');
  }
};

/** Something has to carry a block's size, so its first child cannot be taken out of the flow. */
const firstInFlow: Check = (value, place) => {
  if (!isObject(value)) return;
  for (const name of BLOCKS) {
    const it = value[name];
    const contents: unknown = isObject(it) ? it['contents'] : undefined;
    const first: unknown = Array.isArray(contents) ? contents[0] : undefined;
    if (isObject(first) && first['position'] === 'absolute') {
      place.at(name).at('contents').at(0).at('position').fail('invalid property');
    }
  }
};

/** A film needs the width of a kilo, mega or giga bubble. */
const roomForVideo: Check = (value, place) => {
  if (!isObject(value) || !isObject(value['hero']) || value['hero']['type'] !== 'video') return;
  const size: unknown = value['size'] ?? 'mega';
  if (size !== 'kilo' && size !== 'mega' && size !== 'giga') place.at('hero').fail('invalid property');
};

const smallEnough: Check = (value, place) => {
  const bytes = byteSize(value);
  if (bytes > BUBBLE_BYTES) place.fail(`the bubble has ${bytes} bytes, at most ${BUBBLE_BYTES} are allowed`);
};

/** One card. */
export const bubble = all(fields, someBlock, firstInFlow, roomForVideo, smallEnough);
