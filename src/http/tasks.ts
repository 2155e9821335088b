import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Log } from '../log.ts';

export interface TasksOptions {
  /** What a cloud scheduler has to send as `Authorization: Bearer …`; undefined: there is no such route. */
  readonly token: string | undefined;
  /** One round of everything that is due; resolves with numbers for whoever asked. */
  readonly run: () => Promise<object>;
  readonly log: Log;
}

/** `POST /tasks/run`: for machines that only run while they are asked something. Without the right token 401, whatever else is wrong. */
export function tasks({ token, run, log }: TasksOptions): Router {
  const router = Router();
  if (token === undefined) return router;
  router.post('/tasks/run', async (req, res) => {
    if (!sameText(req.get('authorization') ?? '', `Bearer ${token}`)) {
      res.status(401).set('www-authenticate', 'Bearer').type('text/plain').send('unauthorized\n');
      return;
    }
    try {
      res.json(await run());
    } catch (error) {
      log.warn({ err: error }, 'a round of tasks failed');
      // The scheduler tries again; what was planned and sent stays as it is.
      res.status(503).type('text/plain').send('try again\n');
    }
  });
  return router;
}

/** Compares in the same time whatever the texts are. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
