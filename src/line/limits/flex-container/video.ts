import { anything, byType } from '../by-type.ts';
import { object, required } from '../object.ts';
import { mediaUrl } from '../uri.ts';
import { boxComponent } from './component.ts';
import { videoAction } from './flex-action.ts';
import { imageComponent } from './image.ts';
import { aspectRatio } from './units.ts';

/** A film, with what older phones show instead of it. */
export const videoComponent = object({
  type: anything,
  url: required(mediaUrl),
  previewUrl: required(mediaUrl),
  altContent: required(byType({ box: boxComponent, image: imageComponent })),
  aspectRatio,
  action: videoAction,
});
