import { Router, type Request, type Response } from 'express';
import { fiscalYearOf } from '../../assessment/fiscal-year.ts';
import { reportsCorruption } from '../../chat/understand/safety/reports-corruption.ts';
import { readComment } from '../../feedback/comment.ts';
import { readFeedbackId, showFeedbackId } from '../../feedback/feedback-id.ts';
import { MAX_COMMENT, type Feedback } from '../../feedback/feedback.ts';
import { addComment, chooseReasons, removeComment } from '../../feedback/give-feedback.ts';
import { findFeedback } from '../../feedback/read-feedback.ts';
import { reasonsFor, type Reason } from '../../feedback/reasons.ts';
import { inTime } from '../in-time.ts';
import type { WebOptions } from '../options.ts';
import { corruptionPage } from '../pages/corruption.ts';
import { messagePage } from '../pages/message.ts';
import type { More } from '../pages/more-form.ts';
import { notSavedPage } from '../pages/not-saved.ts';
import { referencePage, type ReferencePage } from '../pages/reference.ts';
import { typeReferencePage } from '../pages/type-code.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { count, takeSubmission, unsavedOf } from '../submission.ts';

/** Reasons and a comment may be added and changed for a day (ms); after that whoever holds the reference only reads. */
const MAY_ADD_MS = 24 * 60 * 60 * 1_000;
const TOO_LONG = `ข้อความยาวเกิน ${MAX_COMMENT.toLocaleString('en')} ตัวอักษร กรุณาย่อให้สั้นลง`;
const DONE = ['added', 'removed'] as const;

/** `/r` and `/r/REFERENCE`: thanks, what may be added, and the agency's answer. */
export function referenceRoutes(options: WebOptions): Router {
  const { store, knowledge, clock, lineBasicId, storeWithinMs, log } = options;
  const agency = () => knowledge().agency;
  const find = (id: string): Promise<Feedback | undefined> => inTime(storeWithinMs, findFeedback(store, id));
  const notFound = (res: Response, typed: string): void => sendPage(res, 404, typeReferencePage(agency(), typed));

  const show = (
    res: Response,
    status: number,
    id: string,
    feedback: Feedback,
    more: More | undefined,
    rest: Pick<ReferencePage, 'done' | 'error'>,
  ): void => {
    const shown = showFeedbackId(id);
    sendPage(
      res,
      status,
      referencePage({ agency: agency(), shown, reference: id, feedback, more, lineBasicId, ...rest }),
    );
  };

  const look = async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const id = readFeedbackId(req.params.reference);
    const feedback = id === undefined ? undefined : await find(id);
    if (id === undefined || feedback === undefined) return notFound(res, req.params.reference);
    const ticked = Object.keys(feedback.why);
    const changes = ticked.length > 0 || feedback.comment !== null;
    const more = mayAdd(feedback, clock()) ? { reasons: reasonsOf(feedback), ticked, comment: '', changes } : undefined;
    show(res, 200, id, feedback, more, { done: DONE.find((done) => req.query['done'] === done) });
  };

  const add = async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const id = readFeedbackId(req.params.reference);
    const form = await takeSubmission(options, req, res, id ?? 'none');
    if (!form) return;
    if (id === undefined) return notFound(res, req.params.reference);
    try {
      await change(id, form, res);
    } catch (error) {
      count(options, 'not_saved');
      log.warn({ err: error }, 'reasons or a comment are not known to be stored');
      sendPage(res, 503, notSavedPage(agency(), unsavedOf(req.path, form)));
    }
  };

  const change = async (id: string, form: URLSearchParams, res: Response): Promise<void> => {
    if (form.get('do') === 'remove-comment') {
      await inTime(storeWithinMs, store.transaction(removeComment(id)));
      count(options, 'removed');
      return seeOther(res, `/r/${id}?done=removed`);
    }
    const feedback = await find(id);
    if (feedback === undefined) return notFound(res, id);
    if (!mayAdd(feedback, clock())) return tooLate(res);
    const reasons = reasonsOf(feedback);
    const offered = reasons.map(({ code }) => code);
    const why = offered.filter((code) => form.getAll('why').includes(code));
    const typed = form.get('comment') ?? '';
    const comment = readComment(typed);
    if (comment.cut) {
      count(options, 'invalid');
      return show(
        res,
        400,
        id,
        feedback,
        { reasons, ticked: why, comment: typed, changes: true },
        { done: undefined, error: TOO_LONG },
      );
    }
    if (comment.text !== null && !form.has('anyway') && reportsCorruption(comment.text, fiscalYearOf(clock()))) {
      count(options, 'corruption');
      return sendPage(res, 200, corruptionPage({ agency: agency(), reference: id, comment: typed, why }));
    }
    const work = store.transaction(async (tx) => {
      await chooseReasons(id, offered, why)(tx);
      if (comment.text !== null) await addComment(id, comment.text)(tx);
    });
    await inTime(storeWithinMs, work);
    count(options, 'added');
    seeOther(res, `/r/${id}?done=added`);
  };

  const tooLate = (res: Response): void => {
    count(options, 'not_open');
    const words = 'แก้ไขได้ภายใน 1 วันหลังให้คะแนน ท่านให้ความเห็นใหม่ได้ทุกเมื่อ';
    sendPage(res, 409, messagePage(agency(), 'แก้ไขไม่ได้แล้ว', words));
  };

  const findByTyping = (req: Request, res: Response): void => {
    const typed = req.query['code'];
    if (typeof typed !== 'string') return sendPage(res, 200, typeReferencePage(agency()));
    const id = readFeedbackId(typed);
    if (id === undefined) return notFound(res, typed);
    seeOther(res, `/r/${id}`);
  };

  const router = Router();
  router.get('/r', findByTyping);
  router.get('/r/:reference', look);
  router.post('/r/:reference', add);
  return router;
}

function mayAdd({ state, givenAtMs }: Feedback, now: Date): boolean {
  return state !== 'hidden' && now.getTime() - givenAtMs < MAY_ADD_MS;
}

function reasonsOf({ fiscalYear, about, audience }: Feedback): readonly Reason[] {
  const indicators = Object.keys(about).map((name) => Number(name.slice(1)));
  return reasonsFor(fiscalYear, indicators, audience);
}
