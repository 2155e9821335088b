import type { Check } from './check.ts';
import { isObject } from './object.ts';

const SHAPES: Readonly<Record<string, RegExp>> = {
  date: /^(\d{4})-(\d{2})-(\d{2})$/,
  time: /^(\d{2}):(\d{2})$/,
  datetime: /^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2})$/,
};

/** The moment `value` names, comparable within one mode, or `undefined` if it names none between 1900 and 2100. */
function moment(mode: string, value: unknown): number | undefined {
  const parts = typeof value === 'string' ? SHAPES[mode]?.exec(value)?.slice(1).map(Number) : undefined;
  if (parts === undefined) return undefined;
  const [year, month, day] = mode === 'time' ? [2000, 1, 1] : [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
  const [hour, minute] = mode === 'date' ? [0, 0] : [parts.at(-2) ?? 0, parts.at(-1) ?? 0];
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60;
  return exists && year >= 1900 && year <= 2100 ? at.getTime() : undefined;
}

/** `initial`, `max` and `min` of a date picker: in the shape of its mode, from 1900 to 2100, `max` after `min`. */
export const dateTimeOrder: Check = (value, place) => {
  if (!isObject(value) || typeof value['mode'] !== 'string' || !Object.hasOwn(SHAPES, value['mode'])) return;
  const { mode } = value;
  for (const key of ['initial', 'max', 'min']) {
    const given = value[key];
    if (given !== undefined && given !== null && moment(mode, given) === undefined) {
      place.at(key).fail('invalid datetime format for the specified mode');
    }
  }
  const [max, min] = [moment(mode, value['max']), moment(mode, value['min'])];
  if (max !== undefined && min !== undefined && max <= min) place.fail('invalid date time order');
};
