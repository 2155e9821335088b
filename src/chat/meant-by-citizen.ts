import type { Request } from './request.ts';

/**
 * What a manager's words mean when a citizen types them: "ข่าวด่วน" and "ประกาศผล" ask to be told, not to tell others. Only of typed
 * words; a button means what it says.
 */
export function meantByCitizen(request: Request): Request {
  if (request.intent === 'urgent_news') return { intent: 'subscribe', slots: {} };
  if (request.intent === 'announce') {
    const { year } = request.slots;
    return { intent: 'overall_score', slots: year === undefined ? {} : { year } };
  }
  return request;
}
