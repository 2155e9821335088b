import { BUDDHIST_ERA, inBangkok } from './bangkok-time.ts';

const MONTHS = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];

/** A moment as a Thai date of Bangkok in the Buddhist era: `2023-01-05T03:00:00Z` is `5 ม.ค. 2566`. */
export function thaiDate(moment: Date | string): string {
  const there = inBangkok(moment);
  return `${there.date()} ${MONTHS[there.month()]} ${there.year() + BUDDHIST_ERA}`;
}

/** Day and time without the year, for what is recent: `5 ม.ค. 10:00`. */
export function thaiDayAndTime(moment: Date | string): string {
  const there = inBangkok(moment);
  return `${there.date()} ${MONTHS[there.month()]} ${there.format('HH:mm')}`;
}

/** The date with the time of day: `5 ม.ค. 2566 10:00 น.` */
export function thaiMoment(moment: Date | string): string {
  return `${thaiDate(moment)} ${inBangkok(moment).format('HH:mm')} น.`;
}
