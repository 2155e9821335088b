import { BUDDHIST_ERA, inBangkok } from '../bangkok-time.ts';

/** A moment as a date of Bangkok in the Buddhist era: `22/11/2569`. */
export function thaiDay(moment: string | number): string {
  const there = inBangkok(new Date(moment));
  return `${there.format('DD/MM')}/${there.year() + BUDDHIST_ERA}`;
}
