import { Router, type Request, type Response } from 'express';
import { fiscalYearOf } from '../../assessment/fiscal-year.ts';
import { readCode } from '../../code.ts';
import { DEFAULT_INDICATORS } from '../../feedback/qr-codes.ts';
import { countsAsScan } from '../counts-as-scan.ts';
import { GIVER } from '../giver.ts';
import { findOpenCode, type OpenCode } from '../open-code.ts';
import { openedMs } from '../opened.ts';
import type { WebOptions } from '../options.ts';
import { closedPage } from '../pages/closed.ts';
import type { FormMark } from '../pages/hidden-fields.ts';
import { generalPage, questionPage } from '../pages/question.ts';
import { typeCodePage } from '../pages/type-code.ts';
import { notSavedPage } from '../pages/not-saved.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { count, takeSubmission, unsavedOf } from '../submission.ts';
import { rate, scoreOf } from './rate.ts';

/** What the general form is limited under. No code has this shape. */
const GENERAL = 'general';

/** `/q/CODE` and `/feedback`: the question, and the tap on a face. */
export function questionRoutes(options: WebOptions): Router {
  const { knowledge, clock, newId, lineBasicId, scans } = options;
  const agency = () => knowledge().agency;
  const freshMark = (): FormMark => ({ token: newId(), openedMs: clock().getTime() });
  /** The mark of a form that has to be shown once more. */
  const markOf = (form: URLSearchParams): FormMark => ({
    token: form.get(GIVER) ?? newId(),
    openedMs: openedMs(form, clock().getTime()),
  });
  const closed = (res: Response): void => sendPage(res, 404, closedPage(agency()));

  const ask = async (req: Request<{ code: string }>, res: Response): Promise<void> => {
    const open = await findOpenCode(options, readCode(req.params.code));
    if (!open) return closed(res);
    if (countsAsScan(req)) scans.add(open.code);
    sendPage(res, 200, questionPage({ ...open, agency: agency(), mark: freshMark(), lineBasicId }));
  };

  const answer = async (req: Request<{ code: string }>, res: Response): Promise<void> => {
    const code = readCode(req.params.code);
    const form = await takeSubmission(options, req, res, code ?? GENERAL);
    if (!form) return;
    let open: OpenCode | undefined;
    try {
      open = await findOpenCode(options, code);
    } catch (error) {
      count(options, 'not_saved');
      options.log.warn({ err: error }, 'a rating could not be taken: its code could not be read');
      return sendPage(res, 503, notSavedPage(agency(), unsavedOf(req.path, form)));
    }
    if (!open) {
      count(options, 'not_open');
      return closed(res);
    }
    const score = scoreOf(form);
    if (score === undefined) {
      count(options, 'invalid');
      const mark = markOf(form);
      return sendPage(res, 400, questionPage({ ...open, agency: agency(), mark, lineBasicId, missing: true }));
    }
    const { point, fiscalYear, audience, indicators, division } = open.qr;
    await rate(options, req, res, form, { code: open.code, point, fiscalYear, audience, indicators, division, score });
  };

  const answerInGeneral = async (req: Request, res: Response): Promise<void> => {
    const form = await takeSubmission(options, req, res, GENERAL);
    if (!form) return;
    const score = scoreOf(form);
    if (score === undefined) {
      count(options, 'invalid');
      return sendPage(res, 400, generalPage({ agency: agency(), mark: markOf(form), missing: true }));
    }
    await rate(options, req, res, form, {
      code: null,
      point: null,
      fiscalYear: fiscalYearOf(clock()),
      audience: 'citizen',
      indicators: DEFAULT_INDICATORS.citizen,
      score,
    });
  };

  const findByTyping = (req: Request, res: Response): void => {
    const typed = req.query['code'];
    if (typeof typed !== 'string') return sendPage(res, 200, typeCodePage(agency()));
    const code = readCode(typed);
    if (code === undefined) return sendPage(res, 400, typeCodePage(agency(), typed));
    seeOther(res, `/q/${code}`);
  };

  const router = Router();
  router.get('/q', findByTyping);
  router.get('/q/:code', ask);
  router.post('/q/:code', answer);
  router.get('/feedback', (_req, res) => sendPage(res, 200, generalPage({ agency: agency(), mark: freshMark() })));
  router.post('/feedback', answerInGeneral);
  return router;
}
