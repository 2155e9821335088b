import { z } from 'zod';
import { DivisionIdSchema } from './division.ts';
import { PushScheduleSchema } from './push-schedule.ts';

const ChannelSchema = z.strictObject({
  /** What it is, e.g. `ศูนย์รับเรื่องร้องเรียน อบต.` */
  name: z.string().min(1).max(80),
  phone: z
    .string()
    .regex(/^[0-9+][0-9 -]{2,19}$/)
    .nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  /** E.g. opening hours, or `ไม่ต้องบอกชื่อ`. */
  note: z.string().max(200).nullable(),
});

/** Who the agency is and how to reach it: data, loaded by `prongsai agency FILE.json`, shown in contact and complaint cards. */
export const AgencyProfileSchema = z.strictObject({
  /** Full official name, e.g. `องค์การบริหารส่วนตำบลบางครก`. */
  name: z.string().min(1).max(120),
  /** Short form for titles, e.g. `อบต.บางครก`. */
  shortName: z.string().min(1).max(40),
  district: z.string().max(60).nullable(),
  province: z.string().max(60).nullable(),
  address: z.string().max(300).nullable(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  phone: z
    .string()
    .regex(/^[0-9+][0-9 -]{2,19}$/)
    .nullable(),
  email: z.email().nullable(),
  /** Opening hours in words. */
  hours: z.string().max(200).nullable(),
  /** The agency's own channels for complaints, also about corruption. */
  complaintChannels: z.array(ChannelSchema).max(6),
  /** Who answers for personal data; null: the agency's ordinary contact. */
  privacyContact: z.string().max(200).nullable(),
  /** The agency's own address in the official EIT survey, shown while that is open; staff set it and take it out again. */
  eitSurveyUrl: z
    .url({ protocol: /^https$/, hostname: /^itas\.nacc\.go\.th$/ })
    .max(1000)
    .refine((url) => url.startsWith('https://itas.nacc.go.th/'))
    .nullable()
    .optional(),
  /** Who measures and staff can belong to; `id` is what buttons and commands carry. Left out or empty: the agency is not divided. */
  divisions: z
    .array(z.strictObject({ id: DivisionIdSchema, name: z.string().trim().min(1).max(60) }))
    .max(30)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two divisions have the same id')
    .optional(),
  /** When digests and news go out, and when nothing does. */
  push: PushScheduleSchema.optional(),
  /** Days after the end of a cycle (30 September) for which comments and contacts are kept; left out: 365. */
  retentionDays: z.int().min(0).max(3650).optional(),
});
export type AgencyProfile = z.infer<typeof AgencyProfileSchema>;
