import { mayActAs } from '../../../people/role.ts';
import type { StaffMember } from '../../../people/staff-member.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import type { PageOf } from '../../card-data/page-of.ts';
import type { SourceShown } from '../../card-data/source.ts';
import type { WorkRow } from '../../card-data/work.ts';
import { personalReply } from '../card-reply.ts';

export interface WorkList {
  readonly title: string;
  /** Whose work it is, or what of. */
  readonly about: string;
  readonly note: string | null;
  /** Said if there is nothing. */
  readonly none: string;
  readonly rows: readonly WorkRow[];
  readonly more: PageOf<unknown>['more'];
  readonly total: number;
  /** Where what is listed comes from; null: it is the agency's own work. */
  readonly source: SourceShown | null;
  /** The likely next step. */
  readonly other: { readonly label: string; readonly data: string };
}

/** One page of measures, or of what needs one. */
export function workList(context: AnswerContext, staff: StaffMember, list: WorkList): Reply {
  return personalReply(context, 'work-list', {
    ...list,
    spoken: list.total === 0 ? list.none : list.rows.map(({ text }) => text).join(', '),
    manager: mayActAs(staff.role, 'manager'),
  });
}
