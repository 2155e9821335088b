import { divisionName } from '../../../agency/division.ts';
import type { Measure } from '../../../measures/measure.ts';
import { isLate } from '../../../measures/standing.ts';
import { mayChange } from '../../../measures/update-measure.ts';
import { mayActAs } from '../../../people/role.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { linkable } from '../../../linkable.ts';
import { pictureShown, pictureWords } from '../../card-data/measure-pictures.ts';
import { progressWords, statusWords } from '../../card-data/measures.ts';
import { dueDate, dueWords } from '../../card-data/work.ts';
import { encodePostback } from '../../postback.ts';
import type { Officer } from '../as-officer.ts';
import { personalReply } from '../card-reply.ts';
import { workButtons, workData } from './work-buttons.ts';

/** What is said above the measure: what has just been done, or why it was not. `undo`: it can be taken back. */
export interface WorkNews {
  readonly words: string;
  readonly undo?: boolean;
}

/** One measure as staff see it: where it stands, what was said last, and what can be done with it. */
export function workCard(measure: Measure, officer: Officer, context: AnswerContext, news?: WorkNews): Reply {
  const { agency } = context.knowledge;
  const { lastNote, division, owner, carriedTo } = measure;
  const now = new Date(officer.eventMs);
  const mine = mayChange(officer.staff, measure) && carriedTo === null;
  const [nextYear, nextNo] = (carriedTo ?? '0-0').split('-').map(Number);
  return personalReply(context, 'work-measure', {
    year: measure.fiscalYear,
    no: measure.no,
    title: measure.title,
    news: news?.words ?? null,
    undo: news?.undo === true ? workData(measure, { act: 'undo', rev: measure.revision }) : null,
    status: statusWords(measure),
    spoken: progressWords(measure),
    percent: measure.percent,
    because: measure.stoppedBecause,
    due: dueWords(measure, now),
    dueDay: dueDate(measure),
    late: isLate(measure, now),
    who: division === null ? owner : divisionName(agency, division),
    progressAt: measure.progressAt,
    note: lastNote?.text ?? null,
    link: linkable(lastNote?.link ?? null),
    picture: pictureWords(lastNote?.picture),
    shown: pictureShown(lastNote?.picture, context),
    mine,
    next:
      carriedTo === null
        ? null
        : { year: nextYear, data: encodePostback('work_measure', { measure: nextNo ?? 0, year: nextYear ?? 0 }) },
    ...(mine ? workButtons(measure, officer.staff) : { buttons: [], quick: [] }),
    manager: mayActAs(officer.staff.role, 'manager'),
  });
}
