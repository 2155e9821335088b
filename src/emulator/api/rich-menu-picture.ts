import type { World } from '../world/world.ts';
import { ApiError, notFound } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { pictureSize } from './picture-size.ts';
import { menuOf } from './rich-menu-of.ts';

/** 1 MB; LINE's reference, Upload rich menu image. */
const MOST_BYTES = 1024 * 1024;

function upload(world: World, call: Call): void {
  const [id] = menuOf(world, call.params['richMenuId']);
  const type = call.headers['content-type']?.split(';')[0] ?? '';
  if (type !== 'image/png' && type !== 'image/jpeg') {
    throw new ApiError(415, `The content type, ${type}, is not supported`);
  }
  if (world.richMenus.pictured.has(id)) throw new ApiError(400, 'An image has already been uploaded to the richmenu');
  if (call.bytes.length > MOST_BYTES) throw new ApiError(413, 'The image file size is too large');
  const size = pictureSize(call.bytes);
  const fits =
    size !== undefined &&
    size.type === type &&
    size.width >= 800 &&
    size.width <= 2500 &&
    size.height >= 250 &&
    size.width / size.height >= 1.45;
  if (!fits) throw new ApiError(400, 'The image size is not allowed for richmenu');
  world.media.set(id, { type, bytes: call.bytes });
  world.richMenus.pictured.add(id);
}

/** The picture of a rich menu. LINE has it on api-data.line.me; here it is on the same origin. */
export const richMenuPictureOperations = (world: World): readonly Operation[] => [
  operation('setRichMenuImage', 'POST /v2/bot/richmenu/{richMenuId}/content', (call) => {
    upload(world, call);
    return ok();
  }),
  operation('getRichMenuImage', 'GET /v2/bot/richmenu/{richMenuId}/content', (call) => {
    const [id] = menuOf(world, call.params['richMenuId']);
    const file = world.media.get(id);
    if (file === undefined) throw notFound();
    return { status: 200, file };
  }),
];
