import type { Topic } from '../../../people/person.ts';

/** In folded text (fold.ts: no tone marks, ศ as ส). What each topic is called by those who want no more of it. */
const NAMED: readonly (readonly [Topic, RegExp])[] = [
  ['results', /ผล(?:การ)?(?:ประเมิน|ita)|ประกาสผล|(?:รับ|สง)ผล(?:ใหม|แลว|อีก|นะ|คะ|ครับ|$)/],
  ['news', /ขาว(?:สาร)?ดวน|ทานบอก/],
  ['digest', /สรุปงาน/],
];
const ANY_KIND_OF_NEWS = /ขาว|ทานบอก/;
const ANY_NEWS = /ขาว(?!(?:สาร)?ดวน)/;
const RESULTS_WANTED = /ผล|คะแนน/;
const EVERYTHING = /ทังหมด|ทุกอยาง|ทุกเรือง/;
/** What is still wanted: "แต่ขอผลการประเมิน". */
const STILL_WANTED = /แต(?=(?:ยัง|กยัง)?(?:ขอ|เอา|รับ|อยาก|ตองการ|สง))/;

/**
 * Of what no more is wanted, in a folded message that asks for no more: one topic by name, `unclear` if it names the same as wanted and as
 * not wanted, undefined if it is everything.
 */
export function stoppedTopic(folded: string): Topic | 'unclear' | undefined {
  const [refused = '', wanted] = folded.split(STILL_WANTED, 2);
  if (EVERYTHING.test(refused)) return undefined;
  const stopped = named(refused);
  if (wanted !== undefined && stopped.length === 0)
    return RESULTS_WANTED.test(wanted) && !ANY_KIND_OF_NEWS.test(wanted) ? 'news' : 'unclear';
  const [topic] = stopped;
  if (stopped.length !== 1 || (topic !== 'news' && ANY_NEWS.test(refused))) return undefined;
  return topic;
}

function named(folded: string): Topic[] {
  return NAMED.flatMap(([topic, called]) => (called.test(folded) ? [topic] : []));
}
