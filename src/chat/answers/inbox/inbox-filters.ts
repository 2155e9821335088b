import type { InboxFilter } from '../../../feedback/inbox.ts';
import { mayActAs } from '../../../people/role.ts';
import type { AnswerContext } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';

/** What of the inbox was asked for. */
export type Asked = Slots<'feedback_inbox'>;

/** The fiscal year of the round that is looked at. */
export function yearOf({ round }: Asked, { currentFiscalYear }: AnswerContext): number {
  return round === 'last' ? currentFiscalYear - 1 : currentFiscalYear;
}

/** What is to be read for it. */
export function filterOf(asked: Asked, { staff }: Officer, context: AnswerContext): Omit<InboxFilter, 'limit'> {
  const { indicator, point, general } = asked;
  return {
    fiscalYear: yearOf(asked, context),
    division: asked.whose === 'all' ? null : staff.division,
    ...(asked.state === 'all' && asked.asked === undefined ? {} : { unanswered: true }),
    ...(asked.asked === true ? { asked: true } : {}),
    ...(indicator === undefined ? {} : { indicator }),
    ...(general === true ? { code: null } : {}),
    ...(point === undefined ? {} : { code: point }),
  };
}

/** What the list is narrowed to, in words; null: nothing. `point`: what the point of the code is called. */
export function aboutOf({ indicator, general, asked }: Asked, point: string | null): string | null {
  const words = [
    asked === true ? 'ที่ขอให้ตอบกลับ' : '',
    indicator === undefined ? '' : `ตัวชี้วัดที่ ${indicator}`,
    point === null ? '' : `จุดบริการ ${point}`,
    general === true ? 'แบบทั่วไปที่ไม่ผ่านรหัส' : '',
  ];
  return words.filter((word) => word !== '').join(' · ') || null;
}

/** Ways to see more, less or something else, from a list that is looked at from its beginning. */
export function waysOn(
  here: Omit<Asked, 'after'>,
  { staff }: Officer,
): readonly { readonly label: string; readonly data: string }[] {
  const { state, whose, asked, round, ...narrow } = here;
  const inRound = round === undefined ? {} : { round };
  const rest = { ...inRound, ...narrow, ...(whose === undefined ? {} : { whose }) };
  const narrowed = Object.keys(narrow).length > 0 || asked === true;
  return [
    state === 'all'
      ? { label: 'เฉพาะยังไม่ตอบ', data: ask(rest) }
      : { label: 'รวมที่ตอบแล้ว', data: ask({ ...rest, state: 'all' }) },
    ...(asked === true ? [] : [{ label: 'ที่ขอให้ตอบกลับ', data: ask({ ...inRound, asked: true }) }]),
    { label: 'เลือกตัวชี้วัด', data: ask({ ...here, choose: 'indicator' }) },
    { label: 'เลือกจุดบริการ', data: ask({ ...here, choose: 'point' }) },
    ...(narrowed ? [{ label: 'ทุกเรื่อง', data: ask(inRound) }] : []),
    ...(staff.division === null || whose === 'all' ? [] : [{ label: 'ทุกสังกัด', data: ask({ ...here, whose: 'all' }) }]),
    round === 'last' ? { label: 'รอบปีนี้', data: ask({}) } : { label: 'รอบปีก่อน', data: ask({ round: 'last' }) },
    ...(mayActAs(staff.role, 'manager') ? [{ label: 'ที่ซ่อนไว้', data: encodePostback('hidden_feedback', {}) }] : []),
  ];
}

/** Postback data that asks for it. */
export function ask(asked: Asked): string {
  return encodePostback('feedback_inbox', asked);
}
