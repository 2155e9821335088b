import { anything, byType } from './by-type.ts';
import { list } from './list.ts';
import { message } from './message.ts';
import { object, required } from './object.ts';
import { graphemeText, text } from './text.ts';
import { linkUri, mediaUrl } from './uri.ts';
import { integer } from './value.ts';

const area = required(
  object({
    x: required(integer(0)),
    y: required(integer(0)),
    width: required(integer(1)),
    height: required(integer(1)),
  }),
);

const label = graphemeText({ max: 100 });

const tap = byType({
  uri: object({ type: anything, label, linkUri: required(linkUri), area }),
  message: object({ type: anything, label, text: required(text({ max: 400 })), area }),
  clipboard: object({ type: anything, label, clipboardText: required(text({ min: 1, max: 1000 })), area }),
});

const video = object({
  originalContentUrl: required(mediaUrl),
  previewImageUrl: required(mediaUrl),
  area,
  externalLink: object({ linkUri: required(linkUri), label: required(text({ max: 30 })) }),
});

/** One picture, 1,040 units wide, with at most 50 places to tap. */
export const imagemapMessage = message({
  baseUrl: required(mediaUrl),
  altText: required(text({ max: 1500 })),
  baseSize: required(object({ width: required(integer(1040, 1040)), height: required(integer(1)) })),
  actions: required(list(tap, 0, 50)),
  video,
});
