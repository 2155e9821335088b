import { object, required } from '../object.ts';
import { mediaUrl } from '../uri.ts';
import { boolean, color, oneOf } from '../value.ts';
import { tapAction } from './flex-action.ts';
import { align, flex, gravity, placing } from './placing.ts';
import { aspectRatio, imageSize, textSize } from './units.ts';

export const imageComponent = object({
  ...placing,
  url: required(mediaUrl),
  flex,
  align,
  gravity,
  size: imageSize,
  aspectRatio,
  aspectMode: oneOf('fit', 'cover'),
  backgroundColor: color(true),
  action: tapAction,
  animated: boolean,
});

/** A small picture beside text, only in baseline boxes. */
export const iconComponent = object({
  ...placing,
  url: required(mediaUrl),
  size: textSize,
  scaling: boolean,
  aspectRatio,
});
