import { action, COMMON_KINDS } from './action.ts';
import { anything, byType } from './by-type.ts';
import { all, type Check } from './check.ts';
import { list } from './list.ts';
import { message } from './message.ts';
import { isObject, object, required } from './object.ts';
import { graphemeText, text } from './text.ts';
import { mediaUrl } from './uri.ts';
import { color, oneOf } from './value.ts';

const tap = action({ label: 20, labelRequired: true, kinds: COMMON_KINDS });
const defaultAction = action({ label: 20, labelRequired: false, kinds: COMMON_KINDS });

/** The text has `plain` characters, but only 60 beside a picture or a title. */
const shorterBesidePicture = (plain: number): Check => {
  const [long, short] = [graphemeText({ max: plain }), graphemeText({ max: 60 })];
  return (value, place) => {
    if (!isObject(value) || value['text'] === undefined || value['text'] === null) return;
    const beside = Boolean(value['title']) || Boolean(value['thumbnailImageUrl']);
    (beside ? short : long)(value['text'], place.at('text'));
  };
};

const picture = {
  thumbnailImageUrl: mediaUrl,
  imageBackgroundColor: color(false),
  title: graphemeText({ max: 40 }),
  defaultAction,
};
const looks = { imageAspectRatio: oneOf('rectangle', 'square'), imageSize: oneOf('cover', 'contain') };

const buttons = all(
  object({
    type: anything,
    ...picture,
    ...looks,
    text: required(anything),
    actions: required(list(tap, 1, 4)),
  }),
  shorterBesidePicture(160),
);

const confirm = object({
  type: anything,
  text: required(graphemeText({ max: 240 })),
  actions: required(list(tap, 2, 2)),
});

const column = all(
  object({ ...picture, text: required(anything), actions: required(list(tap, 1, 3)) }),
  shorterBesidePicture(120),
);

/** Every column has as many actions as the first. */
const sameActions: Check = (value, place) => {
  if (!isObject(value) || !Array.isArray(value['columns'])) return;
  const counts = value['columns'].map((it: unknown) =>
    isObject(it) && Array.isArray(it['actions']) ? it['actions'].length : undefined,
  );
  if (new Set(counts).size > 1) place.at('columns').fail('all columns must have the same number of actions');
};

const carousel = all(object({ type: anything, ...looks, columns: required(list(column, 1, 10)) }), sameActions);

const imageColumn = object({
  imageUrl: required(mediaUrl),
  action: required(action({ label: 12, labelRequired: false, kinds: COMMON_KINDS })),
});

/** The four fixed layouts. */
export const templateMessage = message({
  altText: required(text({ max: 1500 })),
  template: required(
    byType({
      buttons,
      confirm,
      carousel,
      image_carousel: object({ type: anything, columns: required(list(imageColumn, 1, 10)) }),
    }),
  ),
});
