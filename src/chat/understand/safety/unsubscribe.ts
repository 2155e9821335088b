import type { Slots } from '../../request.ts';
import type { Mentions } from '../mentions.ts';
import { has, type Token } from '../token.ts';
import { stoppedTopic } from './stopped-topic.ts';

/** Tokens that may lie between "stop" and what is to stop. */
const REACH = 3;
/** Letters that may lie between them. */
const REACH_LETTERS = 10;

/** A wish that no more be sent: why it is taken for one, and of what. */
export interface StopWish {
  readonly why: string;
  readonly slots: Slots<'unsubscribe'>;
}

/** In folded text: may be said of anything that goes on, so that it is asked what is meant. */
const VAGUE =
  /^(?:ขอ)?(?:พอ|ปิด|อยา|งด|(?:ยัง)?ไมสง|ไมเอา|ไมตอง(?:การ)?|ยกเลิก(?:การ)?สง|ยกเลิก(?:การสง|สง)?ขาวดวน)(?:แลว|ละ)?(?:นะ|ครับ|คับ|คะ|จา)*$/;
/** In folded text: results are not wanted any more. */
const NO_MORE_RESULTS =
  /(?:ไม(?:ขอ|ตองการ|อยาก|ประสงค|ประสงคจะ)?รับ|ไมตอง(?:สง|แจง)|ไมเอา|อยาสง)(?:ขาว)?(?:ผล(?:การ)?ประเมิน|ประกาสผล).*(?:แลว|อีก|ใหม)/;

/** In folded text: "stop sending" or "stop receiving", and of what. */
const STOPPED_THING = /(?:หยุด|เลิก|งด)(?:การ)?(?:สง|รับ)(?<thing>[ก-๙]{4,})/u;
/** What an account like ours sends, or what follows "stop sending" without naming a thing. */
const OURS =
  /^(?:ขาว|ขอ|แจง|เตือน|ไลน|โฆ|ผล|สรุป|คะแนน|ทานบอก|ประกาส|โพส|สแปม|พวก|อะไร|ทุก|ทัง|เรือง|มา|ให|หา|เขา|แลว|ได|เถอะ|เสีย|สัก|เดียว|ตังแต|ตลอด|กอน|ไป|เลย|ซะ|นะ|คะ|ครับ|จาก|จา|ของ|ที|นี|การ|ดวน)/u;

/** "หยุดส่งน้ำประปา": something stops or is to stop, and it is nothing that we send. */
function stopsSomethingElse(folded: string): boolean {
  const thing = STOPPED_THING.exec(folded)?.groups?.['thing'];
  return thing !== undefined && !OURS.test(thing);
}

/** The wish that no more be sent, or undefined. What it does not clearly say leaves everything as it is, and is asked: `choose`. */
export function readUnsubscribe(mentions: Mentions): StopWish | undefined {
  const { concepts, text } = mentions;
  if (!concepts.has('still_wants') && NO_MORE_RESULTS.test(text))
    return { why: 'no more results', slots: stopped(text) };
  const why = whyToStop(mentions);
  if (why === undefined) return undefined;
  if (VAGUE.test(text) || why === ONLY_NOT_SENDING || stopsSomethingElse(text))
    return { why: `${why}, vaguely`, slots: { act: 'choose' } };
  return { why, slots: stopped(text) };
}

function stopped(folded: string): Slots<'unsubscribe'> {
  const topic = stoppedTopic(folded);
  if (topic === undefined) return {};
  return topic === 'unclear' ? { act: 'choose' } : { topic };
}

/** "ไม่ส่งเอกสารแล้ว": may be anybody's sending of anything, or a question. */
const ONLY_NOT_SENDING = 'does not send';

function whyToStop({ concepts, tokens, unknown, text }: Mentions): string | undefined {
  if (concepts.has('still_wants')) return undefined;
  if (concepts.has('unsubscribe')) return 'says to stop following or sending';
  if (concepts.has('not_ours') && !concepts.has('news') && !concepts.has('messages')) return undefined;
  const content = tokens.filter((token) => !token.concepts.has('filler'));
  if (content.length === 1 && has(content[0]!, 'stop') && !has(content[0]!, 'contact') && unknown < 0.2)
    return 'says only: stop';
  if (
    concepts.has('anymore') &&
    content.every((token) => has(token, 'dont_want', 'bare_not', 'anymore')) &&
    unknown < 0.1
  )
    return 'refuses whatever it is';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const refuses = has(token, 'stop', 'dont_want');
    const denies = has(token, 'bare_not');
    if (!refuses && !denies) continue;
    if (refuses && has(token, 'messages') && !concepts.has('document')) return 'says that nothing need be sent';
    for (let j = Math.max(0, i - REACH); j <= i + REACH && j < tokens.length; j++) {
      const other = tokens[j]!;
      if (j === i || distance(token, other) > REACH_LETTERS) continue;
      const sent = refuses
        ? has(other, 'messages', 'news', 'subscribe')
        : j > i &&
          (has(other, 'news', 'subscribe') || (j === i + 1 && has(other, 'messages') && concepts.has('anymore')));
      if (!sent) continue;
      const bare = denies && !refuses && text.startsWith('สง', other.start);
      return bare ? ONLY_NOT_SENDING : 'refuses or stops messages';
    }
  }
  if (concepts.has('stop') && concepts.has('news') && concepts.has('anymore')) return 'has too many messages';
  if (concepts.has('dont_want') && concepts.has('messages') && concepts.has('anymore'))
    return 'does not want messages any more';
  return undefined;
}

function distance(one: Token, other: Token): number {
  return one.start < other.start ? other.start - one.end : one.start - other.end;
}
