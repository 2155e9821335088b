import type { Figure, Finding, Reading } from '../assessment.ts';
import { formatScore } from '../round.ts';
import type { Combinations, FigureKey } from './combinations.ts';
import { differentValues, saysText, whereText } from './readings.ts';

/** `ตัวชี้วัดที่ 6`, `คะแนน EIT`, `คะแนนรวม`: a figure in words. */
export function figureName(key: FigureKey): string {
  const [kind, name] = key.split(':');
  if (kind === 'indicator') return `ตัวชี้วัดที่ ${name}`;
  return kind === 'instrument' ? `คะแนน ${name}` : 'คะแนนรวม';
}

const WHY_OPEN: Readonly<Record<Combinations['outcome'], string>> = {
  tried: 'มีมากกว่าหนึ่งค่าที่เข้ากับคะแนนรวมที่พิมพ์ไว้ หรือไม่มีคะแนนรวมให้ตรวจ จึงตัดสินแทนไม่ได้',
  unfitting: 'ไม่มีค่าใดเข้ากับคะแนนรวมที่พิมพ์ไว้',
  'too-many': 'มีค่าที่ต่างกันหลายแห่งเกินกว่าจะลองได้ครบ',
};

export interface Decided {
  readonly figure: Figure | null;
  readonly finding?: Finding;
}

/**
 * One figure from its readings. Where they differ, the only value that fits the printed totals is taken and a person is
 * asked to confirm; if there is no such value, the figure stays missing.
 * @param entries how many entries the document has for it, see `groupIndicators`
 */
export function decideFigure(
  key: FigureKey,
  readings: readonly Reading[],
  combinations: Combinations,
  entries = 1,
): Decided {
  const values = differentValues(readings);
  const [only] = values;
  if (only === undefined) return { figure: null };
  if (values.length === 1) return { figure: { value: only, readings: [...readings], basis: 'printed' } };

  const fitting = combinations.outcome === 'tried' ? (combinations.fitting.get(key) ?? []) : [];
  const [right] = fitting;
  const found = {
    code: entries > 1 ? 'duplicate-indicator' : 'conflicting-values',
    about: key,
    says: saysText(readings),
    where: whereText(readings),
    needsConfirmation: true,
  };
  if (right === undefined || fitting.length > 1) {
    const why = WHY_OPEN[combinations.outcome];
    return { figure: null, finding: { ...found, used: 'ยังไม่ใช้ค่าใด (แสดงว่าไม่มีคะแนน)', why } };
  }
  const mixedUp = entries > 1 ? 'เอกสารกล่าวถึงตัวชี้วัดนี้หลายแห่งและคะแนนไม่ตรงกัน ' : '';
  return {
    figure: { value: right, readings: [...readings], basis: 'corrected' },
    finding: {
      ...found,
      used: formatScore(right),
      why: `${mixedUp}มีเพียงค่านี้ที่คำนวณแล้วได้คะแนน IIT, EIT, OIT และคะแนนรวมตรงกับที่พิมพ์ไว้`,
    },
  };
}
