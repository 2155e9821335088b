import { lineDay } from '../../line/line-day.ts';

/** `yyyyMM` of a moment: months of the quota are counted by the same clock as LINE's statistics here. */
export const monthOf = (at: Date): string => lineDay(at).slice(0, 6);
