import type { Measure } from '../../../measures/measure.ts';
import { hasNoOwner, isOpen } from '../../../measures/standing.ts';
import { mayActAs } from '../../../people/role.ts';
import type { StaffMember } from '../../../people/staff-member.ts';
import { refOf } from '../../card-data/work.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';

/** One button or quick reply. */
export interface WorkButton {
  readonly label: string;
  readonly data: string;
  /** What appears in the chat as said. */
  readonly said: string;
}

/** Steps offered at once. */
const QUICK_PERCENTS = [25, 50, 75, 100];

/** Encodes what is done with a measure as it is now. */
export function workData(measure: Measure, slots: Partial<Slots<'work_measure'>>): string {
  return encodePostback('work_measure', { ...refOf(measure), ...slots });
}

/** What somebody who may change the measure will most likely do next: two buttons on the card, the rest as quick replies. */
export function workButtons(
  measure: Measure,
  { role }: StaffMember,
): { readonly buttons: readonly WorkButton[]; readonly quick: readonly WorkButton[] } {
  const { no, revision: rev, status, percent } = measure;
  const act = (label: string, slots: Partial<Slots<'work_measure'>>): WorkButton => ({
    label,
    data: workData(measure, slots),
    said: `มาตรการที่ ${no}: ${label}`,
  });
  const start = act('เริ่มดำเนินการ', { act: 'start', rev });
  const note = act('บันทึกข้อความหรือรูป', { act: 'note' });
  const done = act('ทำเสร็จแล้ว', { act: 'done', rev });
  const reopen = act('เปิดดำเนินการต่อ', { act: 'reopen', rev });
  const open = isOpen(measure);
  const percents = QUICK_PERCENTS.filter((value) => value !== percent).map((value) =>
    act(`${value}%`, { percent: value, rev }),
  );
  const manage = mayActAs(role, 'manager') ? managing(measure) : [];
  const orphan = hasNoOwner(measure);
  return {
    buttons: status === 'not-started' ? [start, note] : open ? [note, done] : [note, reopen],
    quick: [
      // What nobody looks after will not move: giving it to somebody comes first.
      ...(orphan ? manage : []),
      ...(open ? [...percents, act('พิมพ์เปอร์เซ็นต์', { act: 'percent', rev })] : []),
      act('ส่งรูป', { act: 'picture' }),
      ...(open ? [act('ยุติ', { act: 'stop', rev })] : []),
      ...(orphan ? [] : manage),
      act('ประวัติ', { act: 'history' }),
    ],
  };
}

function managing(measure: Measure): readonly WorkButton[] {
  const seen = { ...refOf(measure), rev: measure.revision };
  return [
    {
      label: 'มอบหมาย',
      data: encodePostback('assign_measure', seen),
      said: `มอบหมายมาตรการที่ ${measure.no}`,
    },
    {
      label: 'กำหนดวันเสร็จ',
      data: encodePostback('measure_due', seen),
      said: `กำหนดวันเสร็จมาตรการที่ ${measure.no}`,
    },
  ];
}
