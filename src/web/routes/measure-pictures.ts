import { Router, type Request, type Response } from 'express';
import { measureId } from '../../measures/measure.ts';
import { PictureIdSchema } from '../../measures/pictures/picture.ts';
import { pictures } from '../../store/collections.ts';
import { inTime } from '../in-time.ts';
import type { WebOptions } from '../options.ts';
import { messagePage } from '../pages/message.ts';
import { sendPage } from '../send-page.ts';

/** How long a picture may be shown again without asking (s): 30 days. It never changes; one that is taken back is gone for those who ask anew. */
const CACHED_S = 30 * 86_400;

/** `/pictures/ID.jpg`: a picture of a measure that may be seen. One read. */
export function measurePictureRoutes({ store, knowledge, storeWithinMs }: WebOptions): Router {
  const show = async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const id = PictureIdSchema.safeParse(req.params.id).data;
    const picture = id === undefined ? undefined : await inTime(storeWithinMs, store.get(pictures, id));
    const seen = picture && knowledge().measures.some((measure) => measureId(measure) === picture.measure);
    if (!seen || picture.jpeg === null) {
      const words = 'รูปนี้อาจถูกนำออกแล้ว หรือยังรับมาไม่เสร็จ';
      return sendPage(res, 404, messagePage(knowledge().agency, 'ไม่พบรูปนี้', words));
    }
    const headers = {
      'content-type': 'image/jpeg',
      'cache-control': `public, max-age=${CACHED_S}, immutable`,
      // Cards in LINE show it, wherever LINE runs.
      'cross-origin-resource-policy': 'cross-origin',
    };
    res.writeHead(200, headers).end(Buffer.from(picture.jpeg, 'base64'));
  };

  const router = Router();
  router.get('/pictures/:id.jpg', show);
  return router;
}
