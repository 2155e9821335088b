import { Router, type ErrorRequestHandler } from 'express';
import { StoreError } from '../store/store-error.ts';
import { LateError } from './in-time.ts';
import type { WebOptions } from './options.ts';
import { messagePage } from './pages/message.ts';
import { privacyPage } from './pages/privacy.ts';
import { kioskRoutes } from './routes/kiosk.ts';
import { measurePictureRoutes } from './routes/measure-pictures.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { questionRoutes } from './routes/question.ts';
import { referenceRoutes } from './routes/reference.ts';
import { securityHeaders } from './security-headers.ts';
import { seeOther, sendPage } from './send-page.ts';

/** When to look again after the store did not answer (s). */
const RETRY_AFTER_S = '30';

/**
 * Every page people meet: the question behind a code, also on a device at a counter, the general form, the reference page, the
 * privacy notice, pictures.
 */
export function webPages(options: WebOptions): Router {
  const { knowledge, publicUrl } = options;
  const router = Router();
  router.use(securityHeaders(publicUrl?.startsWith('https:') === true));
  router.use(questionRoutes(options));
  router.use(kioskRoutes(options));
  router.use(referenceRoutes(options));
  router.use(pictureRoutes(options));
  router.use(measurePictureRoutes(options));
  router.get('/privacy', (_req, res) => sendPage(res, 200, privacyPage(knowledge().agency)));
  // Somebody who types the address of a poster without its code is asked for the code.
  router.get('/', (_req, res) => seeOther(res, '/q'));
  router.get('/{*path}', (_req, res) => {
    const words = 'กรุณาตรวจที่อยู่ของหน้า ถ้าพิมพ์จากป้าย กรุณาพิมพ์ให้ครบรวมทั้งรหัสด้านท้าย';
    sendPage(res, 404, messagePage(knowledge().agency, 'ไม่พบหน้านี้', words));
  });
  router.use(errorPages(options));
  return router;
}

/** A page for whatever went wrong: the sender's slip (4xx), the store (503), or a bug (500). The latter two are logged. */
function errorPages({ knowledge, log, metrics }: WebOptions): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const { agency } = knowledge();
    const status = (error as { status?: unknown }).status;
    if (status === 413) {
      metrics.webSubmissions.inc({ outcome: 'invalid' });
      const words = 'กรุณากดย้อนกลับ ย่อข้อความให้ไม่เกิน 1,200 ตัวอักษร แล้วส่งอีกครั้ง';
      return sendPage(res, 413, messagePage(agency, 'ข้อความยาวเกินไป', words));
    }
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendPage(res, status, messagePage(agency, 'เปิดหน้านี้ไม่ได้', 'กรุณาตรวจที่อยู่ของหน้า แล้วลองอีกครั้ง'));
    const store = error instanceof StoreError || error instanceof LateError;
    if (store) log.warn({ err: error }, 'a page could not be shown: the store did not answer');
    else log.error({ err: error }, 'a page failed');
    if (store) res.setHeader('retry-after', RETRY_AFTER_S);
    const words = 'ขออภัย ระบบขัดข้องชั่วคราว กรุณาลองใหม่ในอีกสักครู่';
    sendPage(res, store ? 503 : 500, messagePage(agency, 'ขณะนี้เปิดหน้านี้ไม่ได้', words));
  };
}
