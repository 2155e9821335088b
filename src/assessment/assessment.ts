import { z } from 'zod';

/** The three instruments of the ITA: staff survey, survey of visitors and citizens, check of the web site. */
export const INSTRUMENTS = ['IIT', 'EIT', 'OIT'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** 0–100 points. */
const ScoreSchema = z.number().min(0).max(100);

/** One place in the source document where a figure is printed, and what it says there. */
export const ReadingSchema = z.strictObject({
  value: ScoreSchema,
  /** Where, in words a reader can follow, e.g. `รายงาน บรรทัดที่ 40`. */
  where: z.string().min(1).max(200),
});
export type Reading = z.infer<typeof ReadingSchema>;

/** A score with its provenance. */
const FigureSchema = z.strictObject({
  value: ScoreSchema,
  /** Every place that prints it, in document order; empty if `basis` is `computed`. */
  readings: z.array(ReadingSchema).max(20),
  /**
   * `printed`: the document says so, without contradiction. `corrected`: the document contradicts itself or its own
   * totals, see findings. `computed`: not printed, worked out from the indicators.
   */
  basis: z.enum(['printed', 'corrected', 'computed']),
});
export type Figure = z.infer<typeof FigureSchema>;

/** Something in a source document that does not add up, with the value used and why. */
export const FindingSchema = z.strictObject({
  /** Stable name, e.g. `conflicting-values`, `duplicate-indicator`, `foreign-url`. */
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** What it is about, e.g. `indicator:6`, `item:I29`, `instrument:EIT`, `overall`, `agency`, `measure:3`, `text`. */
  about: z.string().min(1).max(60),
  /** What the document says. */
  says: z.string().min(1).max(500),
  /** Where it says so. */
  where: z.string().min(1).max(200),
  /** What was used instead. */
  used: z.string().min(1).max(500),
  why: z.string().min(1).max(500),
  /** True if a person must look at it before publishing; false if it is only worth knowing. */
  needsConfirmation: z.boolean(),
});
export type Finding = z.infer<typeof FindingSchema>;

/** A question (I…, E…) or a data item (O…) that the report gives a score or advice for. */
const ItemSchema = z.strictObject({
  code: z.string().regex(/^[IEO][1-9]\d?$/),
  /** Indicator 1–10 the item belongs to. */
  indicator: z.int().min(1).max(10),
  /** Null if the report gives no score for it. Never estimated. */
  figure: FigureSchema.nullable(),
  /** True if the report names it as something to improve. */
  weak: z.boolean(),
  /** What the report advises, in our own words; null if nothing usable. */
  advice: z.string().max(500).nullable(),
  /** True if the score may be a copying error (see findings). */
  doubtful: z.boolean(),
});
export type Item = z.infer<typeof ItemSchema>;

export const SourceSchema = z.strictObject({
  /** Shown under every score, e.g. `รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ 2565 อบต.บางครก`. */
  title: z.string().min(1).max(200),
  /** Where the public can read it, no longer than LINE opens; null if unknown. */
  url: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .nullable(),
});

/** One agency's result for one fiscal year, as it is stored and shown. */
export const AssessmentSchema = z.strictObject({
  /** Buddhist era; runs from 1 October of the year before to 30 September. */
  fiscalYear: z.int().min(2556).max(2643),
  agencyName: z.string().min(1).max(200),
  source: SourceSchema,
  overall: FigureSchema.nullable(),
  /** `printed` is what is shown; `expected` follows from the framework of the year, null where there is no confirmed rule. */
  level: z.strictObject({ printed: z.string().max(40).nullable(), expected: z.string().max(40).nullable() }),
  instruments: z.strictObject({
    IIT: FigureSchema.nullable(),
    EIT: FigureSchema.nullable(),
    OIT: FigureSchema.nullable(),
  }),
  /** Exactly the framework's indicators, by number; `figure` null if the report does not give it. */
  indicators: z.array(z.strictObject({ no: z.int().min(1).max(10), figure: FigureSchema.nullable() })).length(10),
  items: z.array(ItemSchema).max(200),
  findings: z.array(FindingSchema).max(200),
});
export type Assessment = z.infer<typeof AssessmentSchema>;
