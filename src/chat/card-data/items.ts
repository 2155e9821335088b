import type { Assessment, Item } from '../../assessment/assessment.ts';
import { itemTopic } from '../../assessment/items/catalogue.ts';
import { compareItemCodes } from '../../assessment/items/item-code.ts';
import { clip } from '../../flex/clip.ts';
import { shown } from './figure.ts';

export interface ItemRow {
  readonly code: string;
  readonly name: string;
  readonly score: number | null;
  readonly mark: string | null;
}

/** An item as one row: code, topic where it is confirmed for the year, score, and what the report says of it in words. */
export function itemRow({ fiscalYear }: Assessment, item: Item): ItemRow {
  const { score, mark } = shown(item.figure);
  const topic = itemTopic(fiscalYear, item.code);
  const words = [item.weak ? 'รายงานระบุว่าควรพัฒนา' : null, mark, item.doubtful ? 'คะแนนอาจพิมพ์คลาดเคลื่อน' : null].filter(
    (word) => word !== null,
  );
  return {
    code: item.code,
    name: topic === undefined ? `ข้อ ${item.code}` : `${item.code} ${clip(topic, 70)}`,
    score,
    mark: words.length === 0 ? null : words.join(' · '),
  };
}

/** The report's items in order of letter and number. */
export function sortedItems({ items }: Assessment): readonly Item[] {
  return items.toSorted((a, b) => compareItemCodes(a.code, b.code));
}
