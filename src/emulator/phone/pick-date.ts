// A datetimepicker action: asks for a date, a time or both, within its limits.
import { ask, input } from './dialog.ts';
import { textAt, wordAt } from './read-json.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}$/;

const MODES = {
  date: { input: 'date', pattern: DATE, title: 'เลือกวันที่' },
  time: { input: 'time', pattern: TIME, title: 'เลือกเวลา' },
  datetime: { input: 'datetime-local', pattern: DATETIME, title: 'เลือกวันที่และเวลา' },
} as const;

function limit(action: unknown, key: string, pattern: RegExp): string | undefined {
  const value = textAt(action, key);
  return value !== undefined && pattern.test(value) ? value.replace('t', 'T') : undefined;
}

/**
 * Asks, and returns what LINE puts into `postback.params`: `{date}`, `{time}` or `{datetime}` (no time zone), or null
 * when nothing was chosen.
 */
export async function pickDate(action: unknown): Promise<Record<string, string> | null> {
  const mode = wordAt(action, 'mode', ['date', 'time', 'datetime']) ?? 'datetime';
  const { input: type, pattern, title } = MODES[mode];
  const attributes: Record<string, string> = { type, name: 'when', required: '' };
  for (const [key, attribute] of [
    ['initial', 'value'],
    ['min', 'min'],
    ['max', 'max'],
  ] as const) {
    const value = limit(action, key, pattern);
    if (value) attributes[attribute] = value;
  }
  const answer = await ask(title, 'ส่ง', [input(title, attributes)]);
  const chosen = answer?.('when') ?? '';
  return pattern.test(chosen) ? { [mode]: chosen } : null;
}
