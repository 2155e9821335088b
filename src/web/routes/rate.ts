import type { Request, Response } from 'express';
import { feedbackId } from '../../feedback/feedback-id.ts';
import { giveFeedback, type GivenFeedback } from '../../feedback/give-feedback.ts';
import { SCORES, type Score } from '../../feedback/scale.ts';
import { giverCookie, giverOf } from '../giver.ts';
import { keyOfForm } from '../form-key.ts';
import { inTime } from '../in-time.ts';
import type { WebOptions } from '../options.ts';
import { notSavedPage } from '../pages/not-saved.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { count, unsavedOf } from '../submission.ts';

/** The face that was tapped, or undefined. */
export function scoreOf(form: URLSearchParams): Score | undefined {
  return SCORES.find((score) => String(score) === form.get('score'));
}

/**
 * Stores a rating and only then sends the person on to their reference page. If the store does not acknowledge in time:
 * 503 and a page that can be sent again; the id is the same then, so it stays one answer.
 */
export async function rate(
  options: WebOptions,
  req: Request,
  res: Response,
  form: URLSearchParams,
  given: Pick<GivenFeedback, 'fiscalYear' | 'code' | 'point' | 'audience' | 'score' | 'indicators' | 'division'>,
): Promise<void> {
  const { store, clock, newId, publicUrl, storeWithinMs, knowledge, log } = options;
  const nowMs = clock().getTime();
  const giver = giverOf(req.headers, form, newId);
  const save = async (): Promise<string> => {
    const id = feedbackId(await keyOfForm(options, form, nowMs), `web:${giver}`, given.code);
    await store.transaction(giveFeedback(id, { ...given, channel: 'web', givenAtMs: nowMs }));
    return id;
  };
  try {
    const id = await inTime(storeWithinMs, save());
    count(options, 'rated');
    const https = publicUrl === undefined ? req.secure : publicUrl.startsWith('https:');
    res.setHeader('set-cookie', giverCookie(giver, https));
    seeOther(res, `/r/${id}`);
  } catch (error) {
    count(options, 'not_saved');
    log.warn({ err: error }, 'a rating is not known to be stored');
    const unsaved = { ...unsavedOf(req.path, form), giver };
    sendPage(res, 503, notSavedPage(knowledge().agency, unsaved));
  }
}
