import { Router, type Request, type Response } from 'express';
import { readCode } from '../../code.ts';
import { codeState } from '../../feedback/code-state.ts';
import { questionUrl } from '../../feedback/links.ts';
import type { QrCode } from '../../feedback/qr-code.ts';
import { findQrCode } from '../../feedback/qr-codes.ts';
import { PictureError } from '../../drawing/picture-error.ts';
import { posterData, type PosterData } from '../../poster/poster-data.ts';
import { inTime } from '../in-time.ts';
import type { WebOptions } from '../options.ts';
import { closedPage } from '../pages/closed.ts';
import { messagePage } from '../pages/message.ts';
import { sendPage } from '../send-page.ts';

/** Side of a code as PNG (pixels): 8.7 cm at 300 dpi. */
const PNG_PIXELS = 1_024;
/** How long a picture may be shown again without asking (s); a point that got another name is right after that. */
const CACHED_S = 300;
/** When to ask again while other posters are being drawn (s). */
const BUSY_S = '10';

interface Found {
  readonly code: string;
  readonly qr: QrCode;
  /** Where people reach this server. */
  readonly origin: string;
}
type Draw = (found: Found, req: Request, res: Response) => Promise<void>;

/**
 * `/qr/CODE.svg`, `/qr/CODE.png`, `/qr/CODE/poster`, `/qr/CODE/poster.png`: there as long as the code can be answered, and
 * before it opens, so that posters can be printed. What draws them is loaded when it is first asked for.
 */
export function pictureRoutes(options: WebOptions): Router {
  const { store, knowledge, clock, limiter, publicUrl, storeWithinMs, log } = options;

  const ofCode =
    (draw: Draw) =>
    async (req: Request<{ code: string }>, res: Response): Promise<void> => {
      const code = readCode(req.params.code);
      const qr = code === undefined ? undefined : await inTime(storeWithinMs, findQrCode(store, code));
      const lives = ['open', 'not-yet'].includes(codeState(qr, clock()));
      if (code === undefined || qr === undefined || !lives) return sendPage(res, 404, closedPage(knowledge().agency));
      const origin = publicUrl ?? `http://127.0.0.1:${req.socket.localPort}`;
      await draw({ code, qr, origin }, req, res);
    };

  const ofPoster = (draw: (data: PosterData, req: Request, res: Response) => Promise<void>) =>
    ofCode(async ({ code, qr, origin }, req, res) => {
      const { agency } = knowledge();
      if (agency) return draw(posterData(code, qr, agency, origin), req, res);
      const words = 'ยังไม่มีข้อมูลหน่วยงานสำหรับพิมพ์บนโปสเตอร์';
      sendPage(res, 404, messagePage(agency, 'ยังทำโปสเตอร์ไม่ได้', words));
    });

  const posterAsPng = async (data: PosterData, req: Request, res: Response): Promise<void> => {
    const wait = await limiter.take(req.ip, `poster ${data.code}`);
    try {
      if (wait !== undefined) throw new PictureError('busy', 'too many posters asked for');
      const { posterPng } = await import('../../poster/poster-png.ts');
      send(res, 'image/png', await posterPng(data));
    } catch (error) {
      if (!(error instanceof PictureError) || error.kind !== 'busy') throw error;
      log.warn({ err: error }, 'a poster has to wait');
      res.setHeader('retry-after', wait === undefined ? BUSY_S : String(wait));
      const words = 'ขณะนี้มีผู้ขอโปสเตอร์พร้อมกันหลายคน กรุณาลองใหม่ในอีกสักครู่';
      sendPage(res, wait === undefined ? 503 : 429, messagePage(knowledge().agency, 'กรุณารอสักครู่', words));
    }
  };

  const router = Router();
  router.get(
    '/qr/:code.svg',
    ofCode(async ({ code, origin }, _req, res) => {
      const { qrSvg } = await import('../../poster/qr-svg.ts');
      send(res, 'image/svg+xml', qrSvg(questionUrl(origin, code)));
    }),
  );
  router.get(
    '/qr/:code.png',
    ofCode(async ({ code, origin }, _req, res) => {
      const { qrPng } = await import('../../poster/qr-png.ts');
      send(res, 'image/png', await qrPng(questionUrl(origin, code), PNG_PIXELS));
    }),
  );
  router.get('/qr/:code/poster.png', ofPoster(posterAsPng));
  router.get(
    '/qr/:code/poster',
    ofPoster(async (data, _req, res) => {
      const { POSTER_PAGE_POLICY, posterPage } = await import('../../poster/poster-page.ts');
      res.setHeader('content-security-policy', POSTER_PAGE_POLICY);
      sendPage(res, 200, posterPage(data, publicUrl !== undefined));
    }),
  );
  return router;
}

function send(res: Response, type: string, picture: string | Buffer): void {
  res.writeHead(200, { 'content-type': type, 'cache-control': `public, max-age=${CACHED_S}` }).end(picture);
}
