import { Router, type Request, type RequestHandler, type Response } from 'express';
import { readCode } from '../../code.ts';
import { feedbackId } from '../../feedback/feedback-id.ts';
import { giveOnce } from '../../feedback/give-once.ts';
import type { Score } from '../../feedback/scale.ts';
import { keyOfForm } from '../form-key.ts';
import { tokenOf } from '../giver.ts';
import { inTime } from '../in-time.ts';
import { findOpenCode, type OpenCode } from '../open-code.ts';
import type { WebOptions } from '../options.ts';
import { closedPage } from '../pages/closed.ts';
import { kioskPage, kioskThanksPage } from '../pages/kiosk.ts';
import { messagePage } from '../pages/message.ts';
import { notSavedPage } from '../pages/not-saved.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { count, takeSubmission, unsavedOf } from '../submission.ts';
import { scoreOf } from './rate.ts';

/**
 * How long "thank you" stays (s). WCAG 2.2.1 wants 20 s in which a person can say that the page is to stay, which the page
 * offers.
 */
const THANKS_S = 20;
/** How long any other page than the question stays (s): nobody is there to lead the device back. */
const ASTRAY_S = 60;

type CodeRequest = Request<{ code: string }>;

/**
 * `/kiosk/CODE`: the question on a device at the counter, for codes made for that. Every answer is somebody else's: no
 * cookie is read or set, and each form can be sent for one answer only.
 */
export function kioskRoutes(options: WebOptions): Router {
  const { knowledge, clock, newId, store, storeWithinMs, log } = options;
  const agency = () => knowledge().agency;
  const find = async (req: CodeRequest): Promise<OpenCode | undefined> => {
    const open = await findOpenCode(options, readCode(req.params.code));
    return open?.qr.kiosk === true ? open : undefined;
  };
  const closed = (res: Response): void => sendPage(res, 404, closedPage(agency()));

  /** Whatever page comes up, also when the store is down, the device finds back by itself. */
  const findsBack: RequestHandler<{ code: string }> = (req, res, next) => {
    const code = readCode(req.params.code);
    if (code !== undefined) goBack(res, code, ASTRAY_S);
    next();
  };

  const ask = async (req: CodeRequest, res: Response): Promise<void> => {
    const open = await find(req);
    if (!open) return closed(res);
    res.removeHeader('refresh');
    sendPage(res, 200, kioskPage({ ...open, agency: agency(), mark: { token: newId(), openedMs: clock().getTime() } }));
  };

  const answer = async (req: CodeRequest, res: Response): Promise<void> => {
    const code = readCode(req.params.code);
    const restart = `/kiosk/${code ?? ''}`;
    const form = await takeSubmission(options, req, res, code ?? 'kiosk', restart);
    if (!form) return;
    const token = tokenOf(form) ?? newId();
    try {
      const open = await find(req);
      if (!open) {
        count(options, 'not_open');
        return closed(res);
      }
      const score = scoreOf(form);
      if (score === undefined) {
        count(options, 'invalid');
        return seeOther(res, restart);
      }
      const stored = await inTime(storeWithinMs, save(open, form, token, score));
      count(options, stored ? 'rated' : 'invalid');
      if (stored) return seeOther(res, `${restart}/thanks?audience=${open.qr.audience}`);
      const words = 'แบบนี้ส่งได้ครั้งเดียว ถ้าต้องการให้ความเห็นอีก กรุณาเริ่มใหม่';
      sendPage(res, 409, messagePage(agency(), 'มีคำตอบก่อนหน้านี้แล้ว', words, restart));
    } catch (error) {
      count(options, 'not_saved');
      log.warn({ err: error }, 'a rating at a counter is not known to be stored');
      sendPage(res, 503, notSavedPage(agency(), { ...unsavedOf(restart, form, restart), giver: token }));
    }
  };

  const save = async ({ code, qr }: OpenCode, form: URLSearchParams, token: string, score: Score): Promise<boolean> => {
    const nowMs = clock().getTime();
    const { point, fiscalYear, audience, indicators, division } = qr;
    const given = { code, point, fiscalYear, audience, indicators, division, score, channel: 'web' } as const;
    const id = feedbackId(await keyOfForm(options, form, nowMs), `kiosk:${token}`, code);
    return await store.transaction(giveOnce(id, { ...given, givenAtMs: nowMs }));
  };

  const thank = (req: CodeRequest, res: Response): void => {
    const code = readCode(req.params.code);
    if (code === undefined) return closed(res);
    const backInS = req.query['stay'] === 'yes' ? undefined : THANKS_S;
    if (backInS === undefined) res.removeHeader('refresh');
    else goBack(res, code, backInS);
    const audience = req.query['audience'] === 'staff' ? 'staff' : 'citizen';
    sendPage(res, 200, kioskThanksPage({ agency: agency(), code, audience, backInS }));
  };

  const router = Router();
  router.use('/kiosk/:code', findsBack);
  router.get('/kiosk/:code', ask);
  router.post('/kiosk/:code', answer);
  router.get('/kiosk/:code/thanks', thank);
  return router;
}

/** Tells the browser to open the question in so many seconds; it does so without scripts. */
function goBack(res: Response, code: string, seconds: number): void {
  res.setHeader('refresh', `${seconds}; url=/kiosk/${code}`);
}
