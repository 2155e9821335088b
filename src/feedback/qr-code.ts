import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { HandleSchema } from '../people/staff-member.ts';

/** Who is asked: people who come to the agency (EIT indicators by default) or its own staff (IIT indicators). */
export const AUDIENCES = ['citizen', 'staff'] as const;

/** A code that hangs at a service point. Stored under the code; whoever knows the code may answer. */
export const QrCodeSchema = z.strictObject({
  /** Name of the service point, e.g. `งานทะเบียน`. */
  point: z.string().min(1).max(80),
  /** What the point was called before, oldest first: answers keep the name they were given under. */
  formerPoints: z.array(z.string().min(1).max(80)).max(20).optional(),
  /** Where it hangs, e.g. `ชั้น 1 ช่อง 2`. */
  place: z.string().max(120).nullable(),
  /** The round: the fiscal year (Buddhist era) whose cycle the answers belong to. */
  fiscalYear: z.int().min(2556).max(2643),
  audience: z.enum(AUDIENCES),
  /** Indicators 1–10 asked about; default 6–8 for citizens, 1–5 for staff. */
  indicators: z.array(z.int().min(1).max(10)).min(1).max(10),
  /** First and last moment at which an answer is taken; null: no bound. */
  opensAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  active: z.boolean(),
  /** The division whose counter it is: what people say there is its work first; left out: of the whole agency. */
  division: DivisionIdSchema.optional(),
  /** Handle of the staff member who made it in chat; left out: made by command. */
  madeBy: HandleSchema.optional(),
  /** Made for a device at the counter that one person after another uses: `/kiosk/CODE` asks too. */
  kiosk: z.literal(true).optional(),
  createdAt: z.iso.datetime(),
  /** Scans counted without identifying anyone. */
  scans: z.int().nonnegative(),
});
export type QrCode = z.infer<typeof QrCodeSchema>;
