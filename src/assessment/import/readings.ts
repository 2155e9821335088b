import type { Reading } from '../assessment.ts';
import { formatScore } from '../round.ts';

/** The different values among readings, in document order. */
export function differentValues(readings: readonly Reading[]): readonly number[] {
  return [...new Set(readings.map(({ value }) => value))];
}

/** Cut to what a finding may hold. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** `84.45 (บรรทัดที่ 40) และ 94.45 (บรรทัดที่ 66)`. */
export function saysText(readings: readonly Reading[]): string {
  return clip(readings.map(({ value, where }) => `${formatScore(value)} (${where})`).join(' และ '), 500);
}

/** Every place, each once. */
export function whereText(readings: readonly { readonly where: string }[]): string {
  return clip([...new Set(readings.map(({ where }) => where))].join(', '), 200);
}
