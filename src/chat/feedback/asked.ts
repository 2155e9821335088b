import { indicatorOfItem } from '../../assessment/framework.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { itemTopic } from '../../assessment/items/catalogue.ts';
import { codeState } from '../../feedback/code-state.ts';
import type { QrCode } from '../../feedback/qr-code.ts';
import { DEFAULT_INDICATORS, findQrCode } from '../../feedback/qr-codes.ts';
import type { Knowledge } from '../answer.ts';
import type { Desk } from './desk.ts';
import type { Subject } from './subject.ts';

/** What somebody is asked: the same for the card, the record and the reasons. */
export interface Asked {
  readonly subject: Subject;
  /** Fiscal year of the round (Buddhist era). */
  readonly fiscalYear: number;
  readonly audience: QrCode['audience'];
  readonly indicators: readonly number[];
  /** Name and place of the service point, null for the general form. */
  readonly point: string | null;
  readonly place: string | null;
  /** Whose work the answers are; undefined: nobody's in particular. */
  readonly division: string | undefined;
  /** Indicator or item, in words; null if nothing in particular is asked about. */
  readonly topic: string | null;
}

/** What the general form asks about a subject that is no service point. Needs no store. */
export function askedInGeneral(subject: Subject, knowledge: Knowledge, fiscalYear: number): Asked {
  const { code, indicator } = subject;
  const about = code === undefined ? indicator : indicatorOfNamedItem(code, knowledge);
  return {
    subject,
    fiscalYear,
    audience: 'citizen',
    indicators: about === undefined ? DEFAULT_INDICATORS.citizen : [about],
    point: null,
    place: null,
    division: undefined,
    topic: code === undefined ? indicatorWords(indicator) : itemWords(code, knowledge),
  };
}

/** What is asked about a subject; undefined if it is a code through which no answer is taken at that moment. One read for a code. */
export async function findAsked(
  subject: Subject,
  knowledge: Knowledge,
  fiscalYear: number,
  desk: Desk,
): Promise<Asked | undefined> {
  if (subject.point === undefined) return askedInGeneral(subject, knowledge, fiscalYear);
  const qr = await findQrCode(desk.store, subject.point);
  if (qr === undefined || codeState(qr, desk.clock()) !== 'open') return undefined;
  const { fiscalYear: round, audience, indicators, point, place, division } = qr;
  return { subject, fiscalYear: round, audience, indicators, point, place, division, topic: null };
}

function indicatorWords(no: number | undefined): string | null {
  return no === undefined ? null : `ตัวชี้วัดที่ ${no} ${indicatorOf(no)?.name ?? ''}`.trim();
}

/** Item codes change their meaning between years: the newest result that has the item counts. */
function itemWords(code: string, { assessments }: Knowledge): string {
  const year = assessments.findLast((assessment) => itemTopic(assessment.fiscalYear, code) !== undefined)?.fiscalYear;
  const topic = year === undefined ? undefined : itemTopic(year, code);
  return topic === undefined ? `ข้อ ${code}` : `ข้อ ${code} ${topic}`;
}

function indicatorOfNamedItem(code: string, { assessments }: Knowledge): number | undefined {
  for (const { fiscalYear, items } of assessments.toReversed()) {
    const found = items.find((item) => item.code === code)?.indicator ?? indicatorOfItem(fiscalYear, code);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}
