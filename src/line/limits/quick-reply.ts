import { action, COMMON_KINDS } from './action.ts';
import { anything, byType } from './by-type.ts';
import { list } from './list.ts';
import { object, required } from './object.ts';
import { mediaUrl } from './uri.ts';

const item = byType({
  action: object({
    type: anything,
    imageUrl: mediaUrl,
    action: required(
      action({ label: 20, labelRequired: true, kinds: [...COMMON_KINDS, 'camera', 'cameraRoll', 'location'] }),
    ),
  }),
});

/** The buttons under the last message: at most 13. */
export const quickReply = object({ items: required(list(item, 1, 13)) });
