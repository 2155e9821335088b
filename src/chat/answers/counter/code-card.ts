import { divisionName } from '../../../agency/division.ts';
import { codeState, CODE_STATE_NAMES } from '../../../feedback/code-state.ts';
import { showCode } from '../../../code.ts';
import { countAnswers } from '../../../feedback/officers-codes.ts';
import type { QrCode } from '../../../feedback/qr-code.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import { personalReply } from '../card-reply.ts';

/** What has just happened to the code; null: it is only looked at. */
export type CodeNews = 'made' | 'renamed' | 'stopped' | 'opened' | null;

/** One code: its picture, what to print, and what can be done. Costs a count of its answers. */
export async function codeCard(
  news: CodeNews,
  code: string,
  qr: QrCode,
  { store, clock }: Desk,
  context: AnswerContext,
): Promise<Reply> {
  const state = codeState(qr, clock());
  const lives = state === 'open' || state === 'not-yet';
  const base = lives ? context.publicUrl : undefined;
  const act = (what: Slots<'counter_code'>['act']): string =>
    encodePostback('counter_code', { point: code, act: what });
  return personalReply(context, 'counter-code', {
    news,
    code: showCode(code),
    point: qr.point,
    place: qr.place,
    year: qr.fiscalYear,
    staff: qr.audience === 'staff',
    division: qr.division === undefined ? null : divisionName(context.knowledge.agency, qr.division),
    state: CODE_STATE_NAMES[state],
    answers: await countAnswers(store, code),
    scans: qr.scans,
    // Pictures in LINE come over https only; on a laptop the links work and the picture is left out.
    picture: base?.startsWith('https:') ? `${base}/qr/${code}.png` : null,
    poster: base === undefined ? null : `${base}/qr/${code}/poster`,
    png: base === undefined ? null : `${base}/qr/${code}/poster.png`,
    lives,
    active: qr.active,
    inbox: encodePostback('feedback_inbox', { point: code, state: 'all' }),
    rename: act('rename'),
    stop: act('stop'),
    open: act('open'),
  });
}
