import { z } from 'zod';
import { Cron } from 'croner';
import { dayOf } from '../bangkok-time.ts';

/** Times of day in Bangkok, `08:30`. */
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const TimeOfDay = z.string().refine((text) => TIME_OF_DAY.test(text), {
  message: 'ไม่ใช่เวลาของวัน',
  params: { fix: 'ใส่ชั่วโมงสองหลักและนาทีสองหลัก เช่น "08:30"' },
});
const Day = z.string().refine((text) => z.iso.date().safeParse(text).success, {
  message: 'ไม่ใช่วันที่',
  params: { fix: 'ใส่ปี ค.ศ.-เดือน-วัน เช่น "2026-12-05"' },
});
const CRON_FIX = 'ใส่ห้าช่องแบบ cron ตามเวลาไทย เช่น "0 9 * * 1" คือทุกวันจันทร์ 09:00 หรือ null เพื่อไม่ส่ง';
const CronExpression = z
  .string()
  .max(60)
  .superRefine((text, context) => {
    const message = wrongIn(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message, params: { fix: CRON_FIX } });
  });

/** The runs of an expression depend on no clock: they are counted from here, the beginning of a day. */
const BEFORE_A_DAY = new Date('2025-12-31T23:59:59+07:00');

/** What is wrong with a cron expression, for whoever wrote it; undefined: nothing. Seconds would allow a digest every second. */
function wrongIn(text: string): string | undefined {
  const never = 'ไม่ใช่เวลาแบบ cron ที่ใช้ได้';
  if (text.trim().split(/\s+/u).length !== 5) return never;
  try {
    const [first, second] = new Cron(text, { timezone: 'Asia/Bangkok', paused: true }).nextRuns(2, BEFORE_A_DAY);
    if (first === undefined) return never;
    // Every day on which it falls has the same times, so the first of them tells.
    return second !== undefined && dayOf(second) === dayOf(first) ? 'ตั้งไว้มากกว่าวันละครั้ง ส่งได้ไม่เกินวันละครั้ง' : undefined;
  } catch {
    return never;
  }
}

/**
 * When what is pushed by the calendar: cron expressions by Bangkok's clock that fall once a day at most, null for never. What is left
 * out follows `DEFAULT_SCHEDULE`. What falls outside the window, on a weekend or on a holiday goes out in the window of the next working
 * day.
 */
export const PushScheduleSchema = z.strictObject({
  staffDigest: CronExpression.nullable().optional(),
  managerDigest: CronExpression.nullable().optional(),
  news: CronExpression.nullable().optional(),
  window: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    // Times that are none are said to be that.
    .refine(({ from, to }) => !TIME_OF_DAY.test(from) || !TIME_OF_DAY.test(to) || from < to, {
      message: 'เวลาปิดต้องอยู่หลังเวลาเปิด',
      params: { fix: 'ใส่ to ให้หลัง from เช่น "from": "08:30", "to": "18:00"' },
    })
    .optional(),
  /** Days, Christian era: `2026-12-05`. */
  holidays: z.array(Day).max(200).optional(),
  /** Share of the month's messages kept for answers and urgent news, 0–1. */
  reserve: z.number().min(0).max(1).optional(),
});
export type PushSchedule = z.infer<typeof PushScheduleSchema>;

/** Mondays at nine for staff, the first of the month at nine for managers, the tenth at ten for citizens who asked. */
export const DEFAULT_SCHEDULE = {
  staffDigest: '0 9 * * 1',
  managerDigest: '0 9 1 * *',
  news: '0 10 10 * *',
  window: { from: '08:30', to: '18:00' },
  holidays: [],
  reserve: 0.2,
} as const satisfies PushSchedule;

/** A schedule with nothing left out. */
export type FullSchedule = {
  readonly staffDigest: string | null;
  readonly managerDigest: string | null;
  readonly news: string | null;
  readonly window: { readonly from: string; readonly to: string };
  readonly holidays: readonly string[];
  readonly reserve: number;
};

/** What is left out is as usual; null stays null. */
export function fullSchedule({ staffDigest, managerDigest, news, ...rest }: PushSchedule = {}): FullSchedule {
  return {
    staffDigest: staffDigest === undefined ? DEFAULT_SCHEDULE.staffDigest : staffDigest,
    managerDigest: managerDigest === undefined ? DEFAULT_SCHEDULE.managerDigest : managerDigest,
    news: news === undefined ? DEFAULT_SCHEDULE.news : news,
    window: rest.window ?? DEFAULT_SCHEDULE.window,
    holidays: rest.holidays ?? DEFAULT_SCHEDULE.holidays,
    reserve: rest.reserve ?? DEFAULT_SCHEDULE.reserve,
  };
}
