import type { Request, Response } from 'express';
import { readForm } from './form.ts';
import type { Outcome, WebOptions } from './options.ts';
import { TRAP } from './pages/hidden-fields.ts';
import { messagePage } from './pages/message.ts';
import { limitedPage, type Unsaved } from './pages/not-saved.ts';
import { OPENED } from './opened.ts';
import { isSameOrigin } from './same-origin.ts';
import { sendPage } from './send-page.ts';

/** Counts what became of a submission. */
export function count({ metrics }: WebOptions, outcome: Outcome): void {
  metrics.webSubmissions.inc({ outcome });
}

/**
 * The fields of a submission that may be worked on. Undefined: it has been answered already, because it comes from another
 * site (403), from a program (thanked, not stored), or too fast (429 with Retry-After and what was typed).
 * @param point What is limited beside the sender.
 * @param restart On a device at a counter: where the next person begins.
 */
export async function takeSubmission(
  options: WebOptions,
  req: Request,
  res: Response,
  point: string,
  restart?: string,
): Promise<URLSearchParams | undefined> {
  const { agency } = options.knowledge();
  if (!isSameOrigin(req.headers, options.publicUrl)) {
    count(options, 'cross_site');
    req.resume();
    const words = 'ความเห็นนี้ส่งมาจากเว็บไซต์อื่น จึงไม่ได้บันทึก กรุณาให้ความเห็นจากหน้านี้โดยตรง';
    sendPage(res, 403, messagePage(agency, 'รับความเห็นไม่ได้', words, restart));
    return undefined;
  }
  const form = await readForm(req);
  if ((form.get(TRAP) ?? '') !== '') {
    count(options, 'program');
    sendPage(res, 200, messagePage(agency, 'ขอบคุณสำหรับความเห็น', 'ได้รับความเห็นแล้ว', restart));
    return undefined;
  }
  const seconds = await options.limiter.take(req.ip, point, restart === undefined ? 'person' : 'kiosk');
  if (seconds === undefined) return form;
  count(options, 'limited');
  res.setHeader('retry-after', String(seconds));
  sendPage(res, 429, limitedPage(agency, seconds, unsavedOf(req.path, form, restart)));
  return undefined;
}

/** What was sent, to be sent again. `restart`: see `takeSubmission`; such a device sends nothing but a face. */
export function unsavedOf(action: string, form: URLSearchParams, restart?: string): Unsaved {
  const rating = { action, restart, score: form.get('score'), giver: form.get('giver'), opened: form.get(OPENED) };
  if (restart !== undefined) return { ...rating, comment: null };
  const pressed = (['do', 'anyway'] as const).find((name) => form.has(name));
  return {
    ...rating,
    why: form.getAll('why'),
    comment: form.get('comment'),
    ...(pressed === undefined ? {} : { pressed: [pressed, form.get(pressed) ?? ''] as const }),
  };
}
