import type { Assessment, Figure } from '../../assessment/assessment.ts';
import { indicatorOf } from '../../assessment/indicators.ts';
import { INSTRUMENT_INFO } from '../../assessment/instruments.ts';
import { itemTopic } from '../../assessment/items/catalogue.ts';
import type { Weakness } from '../../assessment/weaknesses.ts';
import { clip } from '../../flex/clip.ts';
import { answeringIndicator } from '../../measures/answering.ts';
import type { Measure } from '../../measures/measure.ts';
import type { Knowledge } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import { shown } from './figure.ts';
import { indicatorFigure } from './indicators.ts';
import { measureRow, measuresAfterResult, type MeasureRow } from './measures.ts';

const MEASURES_ON_A_BUBBLE = 2;

/** One bubble about one weakness. */
export interface WeaknessPage {
  readonly name: string;
  readonly short: string;
  /** For altText: short enough for several in one notification, and clear to the ear. */
  readonly spoken: string;
  readonly score: number | null;
  readonly mark: string | null;
  readonly reasons: readonly string[];
  readonly matters: string | null;
  readonly advice: string | null;
  readonly measures: readonly MeasureRow[];
  /** Postback data: more about it, and commenting on it. */
  readonly data: string;
  readonly said: string;
  readonly feedback: string;
}

type Words = Omit<WeaknessPage, 'score' | 'mark' | 'measures'>;

export function weaknessPage(weakness: Weakness, assessment: Assessment, knowledge: Knowledge): WeaknessPage {
  const after = measuresAfterResult(knowledge, assessment);
  return {
    ...words(weakness, assessment.fiscalYear),
    score: weakness.score,
    mark: shown(figureOf(weakness, assessment)).mark,
    measures: measuresFor(weakness, after, assessment).slice(0, MEASURES_ON_A_BUBBLE).map(measureRow),
  };
}

function words(weakness: Weakness, year: number): Words {
  const reasons = [weakness.reason, ...weakItems(weakness)];
  if (weakness.item !== null) {
    const code = weakness.item;
    const topic = itemTopic(year, code);
    return {
      name: topic === undefined ? `ข้อ ${code}` : `ข้อ ${code} ${clip(topic, 60)}`,
      short: `ข้อ ${code}`,
      spoken: `ข้อ ${code}`,
      reasons,
      matters: matters(weakness),
      advice: weakness.advice,
      data: encodePostback('item_info', { code, year }),
      said: `ข้อ ${code} ปี ${year}`,
      feedback: encodePostback('give_feedback', { code }),
    };
  }
  if (weakness.indicator !== null) {
    const no = weakness.indicator;
    return {
      name: `${no}. ${indicatorOf(no)?.name ?? ''}`,
      short: `ตัวชี้วัดที่ ${no}`,
      spoken: `${no}. ${indicatorOf(no)?.name ?? ''}`,
      reasons,
      matters: matters(weakness),
      advice: null,
      data: encodePostback('indicator_score', { indicator: no, year }),
      said: `ตัวชี้วัดที่ ${no} ปี ${year}`,
      feedback: encodePostback('give_feedback', { indicator: no }),
    };
  }
  const { code, asks } = INSTRUMENT_INFO[weakness.instrument];
  return {
    name: `คะแนน ${code}`,
    short: code,
    spoken: `คะแนน ${code}`,
    reasons: [...reasons, asks],
    matters: null,
    advice: null,
    data: encodePostback('instrument_score', { instrument: code, year }),
    said: `คะแนน ${code} ปี ${year}`,
    feedback: encodePostback('give_feedback', {}),
  };
}

function matters({ indicator }: Weakness): string | null {
  return indicator === null ? null : (indicatorOf(indicator)?.matters ?? null);
}

function weakItems({ items }: Weakness): readonly string[] {
  return items.length === 0 ? [] : [`ข้อที่ควรพัฒนา: ${items.join(', ')}`];
}

function figureOf(weakness: Weakness, assessment: Assessment): Figure | null | undefined {
  if (weakness.item !== null) return assessment.items.find((item) => item.code === weakness.item)?.figure;
  if (weakness.indicator !== null) return indicatorFigure(assessment, weakness.indicator);
  return assessment.instruments[weakness.instrument];
}

function measuresFor(weakness: Weakness, after: readonly Measure[], { items }: Assessment): readonly Measure[] {
  if (weakness.item !== null) {
    const { item } = weakness;
    return after.filter((measure) => measure.items.includes(item));
  }
  if (weakness.indicator !== null) return answeringIndicator(after, weakness.indicator, items);
  const indicators = INSTRUMENT_INFO[weakness.instrument].indicators;
  return after.filter((measure) => measure.indicators.some((no) => indicators.includes(no)));
}
