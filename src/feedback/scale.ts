import { z } from 'zod';

/** The ITA's own four steps, stored as its points; there is no middle on purpose. */
export const SCORES = [0, 33, 67, 100] as const;
export const ScoreSchema = z.union([z.literal(0), z.literal(33), z.literal(67), z.literal(100)]);
export type Score = (typeof SCORES)[number];

export interface Step {
  readonly score: Score;
  /** What it is called, always shown with the face: no meaning by picture or colour alone. */
  readonly name: string;
  readonly face: string;
}

/** From worst to best. The faces are of Unicode 6, so that phones and counter PCs ten years old have them too. */
export const SCALE: readonly Step[] = [
  { score: 0, name: 'ควรปรับปรุงมาก', face: '😞' },
  { score: 33, name: 'ควรปรับปรุง', face: '😕' },
  { score: 67, name: 'ดี', face: '😊' },
  { score: 100, name: 'ดีมาก', face: '😀' },
];
