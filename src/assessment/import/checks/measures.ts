import type { Finding, Item } from '../../assessment.ts';
import type { DraftMeasure } from '../../draft-measure.ts';

/** Weak items that no measure answers, neither by code nor by indicator: for staff to close, not an accusation. */
export function checkMeasures(items: readonly Item[], measures: readonly DraftMeasure[]): readonly Finding[] {
  return items
    .filter(
      ({ code, indicator, weak }) =>
        weak && !measures.some((measure) => measure.items.includes(code) || measure.indicators.includes(indicator)),
    )
    .map(({ code, indicator, figure }) => ({
      code: 'weak-item-without-measure',
      about: `item:${code}`,
      says: `ข้อ ${code} (ตัวชี้วัดที่ ${indicator}) ควรพัฒนา`,
      where: figure?.readings[0]?.where ?? 'รายการข้อที่ควรพัฒนา',
      used: 'ไม่มีมาตรการที่ตอบข้อนี้',
      why: 'ไม่พบมาตรการในเอกสารที่ระบุข้อนี้หรือตัวชี้วัดนี้ ควรเพิ่มมาตรการ',
      needsConfirmation: false,
    }));
}
