import { z } from 'zod';
import { FindingSchema, ReadingSchema, SourceSchema } from '../assessment.ts';
import { DraftMeasureSchema } from '../draft-measure.ts';
import { indicatorOfItem } from '../framework.ts';
import { indicatorByName } from '../indicators.ts';
import { codeOfWording } from '../items/catalogue.ts';

const Readings = z.array(ReadingSchema).max(20);
const where = ReadingSchema.shape.where;

const IndicatorEntrySchema = z.strictObject({
  /** Number as printed; left out if the document gives only a name. */
  no: z.int().min(1).max(10).optional(),
  /** Name as printed. A known name beats the number. */
  name: z.string().min(1).max(120).optional(),
  readings: Readings.min(1),
});

const ItemEntrySchema = z.strictObject({
  /** As printed, e.g. `I23`. A known wording beats it. */
  code: z.string().regex(/^[IEO][1-9]\d?$/),
  /** The question as printed, if the document has it. */
  wording: z.string().min(1).max(500).optional(),
  /** Needed only for years whose numbering is not built in. */
  indicator: z.int().min(1).max(10).optional(),
  readings: Readings.default([]),
  weak: z.boolean(),
  /** What the report advises, in own words. */
  advice: z.string().min(1).max(500).nullable().default(null),
});

const indicatorNo = z.int().min(1).max(10);
const ClaimSchema = z.discriminatedUnion('kind', [
  /** A list said to be ordered by score, highest first. */
  z.strictObject({ kind: z.literal('descending'), indicators: z.array(indicatorNo).min(2).max(10), where }),
  z.strictObject({ kind: z.literal('lowest'), indicator: indicatorNo, where }),
  /** So many indicators are said to score more than that. */
  z.strictObject({ kind: z.literal('above'), score: z.number().min(0).max(100), count: z.int().min(0).max(10), where }),
]);
export type Claim = z.infer<typeof ClaimSchema>;

/**
 * What a document says, place by place, before anything is decided: written by an officer or a parser, read by
 * `prongsai import`. Several readings of one figure are welcome; `resolveResult` decides between them. An indicator that the
 * document treats twice is two entries. What is missing in the document is left out, never guessed.
 */
export const ResultFileSchema = z
  .strictObject({
    format: z.literal('prongsai-result-1'),
    /** Buddhist era. */
    fiscalYear: z.int().min(2556).max(2643),
    /** Every name the document gives the agency. */
    agency: z
      .array(z.strictObject({ name: z.string().min(1).max(200), where }))
      .min(1)
      .max(20),
    source: SourceSchema,
    overall: Readings.default([]),
    level: z
      .array(z.strictObject({ value: z.string().min(1).max(40), where }))
      .max(5)
      .default([]),
    instruments: z
      .strictObject({ IIT: Readings.default([]), EIT: Readings.default([]), OIT: Readings.default([]) })
      .default({ IIT: [], EIT: [], OIT: [] }),
    /** The document may treat one indicator in several places: up to 4 each. */
    indicators: z.array(IndicatorEntrySchema).max(40),
    items: z.array(ItemEntrySchema).max(200).default([]),
    /** What the document says about the scores in words: further checks, they decide nothing. */
    claims: z.array(ClaimSchema).max(20).default([]),
    /** What a reader noticed that figures do not show, e.g. a foreign web address. */
    observations: z.array(FindingSchema).max(100).default([]),
    measures: z.array(DraftMeasureSchema).max(99).default([]),
  })
  .superRefine((file, context) => {
    const problem = (path: (string | number)[], message: string, fix: string): void => {
      context.addIssue({ code: 'custom', path, message, params: { fix } });
    };
    file.indicators.forEach(({ no, name }, index) => {
      if (no !== undefined || (name !== undefined && indicatorByName(name) !== undefined)) return;
      problem(
        ['indicators', index],
        name === undefined ? 'ไม่มีทั้งหมายเลขและชื่อตัวชี้วัด (no, name)' : `ไม่รู้จักชื่อตัวชี้วัด "${name}" (name)`,
        'ใส่หมายเลขตัวชี้วัด 1–10 ใน no',
      );
    });
    const codes = new Map<string, number>();
    file.items.forEach(({ code: printed, wording, indicator }, index) => {
      const code = itemCode(file.fiscalYear, printed, wording);
      const first = codes.get(code);
      if (first !== undefined) {
        problem(['items', index, 'code'], `ข้อ ${code} ซ้ำกับ items[${first}] (duplicate)`, 'รวม readings ไว้ในรายการเดียว');
      }
      codes.set(code, first ?? index);
      const known = indicatorOfItem(file.fiscalYear, code);
      if (known === undefined && indicator === undefined) {
        problem(
          ['items', index, 'indicator'],
          `ไม่รู้ว่าข้อ ${code} ปี ${file.fiscalYear} อยู่ในตัวชี้วัดใด`,
          'ใส่หมายเลขตัวชี้วัด 1–10 ใน indicator หรือตรวจรหัสข้อ',
        );
      } else if (known !== undefined && indicator !== undefined && known !== indicator) {
        problem(
          ['items', index, 'indicator'],
          `ข้อ ${code} ปี ${file.fiscalYear} อยู่ในตัวชี้วัดที่ ${known} ไม่ใช่ ${indicator}`,
          `แก้เป็น ${known} หรือลบ indicator ออก`,
        );
      }
    });
    const measures = new Map<string, number>();
    file.measures.forEach(({ fiscalYear, no }, index) => {
      const id = `${fiscalYear}-${no}`;
      const first = measures.get(id);
      if (first !== undefined) {
        problem(['measures', index, 'no'], `มาตรการที่ ${no} ปี ${fiscalYear} ซ้ำกับ measures[${first}]`, 'ใส่เลขที่ไม่ซ้ำกัน');
      }
      measures.set(id, first ?? index);
    });
  });
export type ResultFile = z.infer<typeof ResultFileSchema>;

/** The code an item entry is about: wording beats the printed code, which scanning and typing corrupt. */
export function itemCode(fiscalYear: number, printed: string, wording: string | undefined): string {
  return (wording === undefined ? undefined : codeOfWording(fiscalYear, wording)) ?? printed;
}
