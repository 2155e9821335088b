import { itemCatalogue } from '../assessment/items/catalogue.ts';
import { instrumentOfItem } from '../assessment/instruments.ts';
import type { QrCode } from './qr-code.ts';

/** One thing to tap after a rating. Neutral: it may be what was good or what was not. */
export interface Reason {
  /** An item code, or an indicator's topic in our own words (`i6a`). */
  readonly code: string;
  /** At most 20 graphemes: LINE's limit for the label of a quick reply. */
  readonly label: string;
  /** The same in full, for pages and tallies. */
  readonly long: string;
}

/** LINE takes 13 quick replies; two of them are "skip" and "cancel". */
const MAX_REASONS = 11;

/**
 * Short labels for confirmed items, by their topic. Topics about bribes and false claims are left out on purpose:
 * tapping one would be a report of corruption, which is not collected here.
 */
const ITEM_LABELS: Readonly<Record<string, string>> = {
  การปรับปรุงคุณภาพการทำงานและการให้บริการของเจ้าหน้าที่: 'เจ้าหน้าที่ทำงานดีขึ้น',
  การปรับปรุงวิธีการและขั้นตอนการให้บริการ: 'วิธีการและขั้นตอน',
  การเปิดโอกาสให้ประชาชนมีส่วนร่วมปรับปรุงการให้บริการ: 'การมีส่วนร่วม',
  การให้บริการตามขั้นตอนและเวลาที่กำหนด: 'ขั้นตอนและเวลา',
  การดูแลผู้มาติดต่ออย่างเท่าเทียมกัน: 'ความเท่าเทียม',
  การดูแลผู้มาติดต่อทั่วไปกับคนรู้จักอย่างเท่าเทียมกัน: 'ความเท่าเทียม',
  การรู้แผนการใช้จ่ายงบประมาณประจำปีของหน่วยงาน: 'การรู้แผนใช้จ่ายเงิน',
  การใช้งบประมาณอย่างคุ้มค่าและตรงวัตถุประสงค์: 'ความคุ้มค่าของงบ',
  การมอบหมายงานอย่างเป็นธรรม: 'การมอบหมายงาน',
  การประเมินผลงานอย่างถูกต้อง: 'การประเมินผลงาน',
  ความสะดวกของขั้นตอนขอยืมทรัพย์สินของราชการ: 'ขั้นตอนขอยืมของ',
  การขออนุญาตยืมทรัพย์สินของราชการ: 'การขอยืมของราชการ',
  การรู้แนวปฏิบัติในการใช้ทรัพย์สินของราชการที่ถูกต้อง: 'แนวปฏิบัติการใช้ของ',
  ความถี่ในการตรวจสอบการใช้ทรัพย์สินของราชการ: 'การตรวจการใช้ของ',
  การนำผลของฝ่ายตรวจสอบไปปรับปรุงการทำงาน: 'การนำผลตรวจไปใช้',
  การทบทวนนโยบายและจัดทำแผนป้องกันการทุจริต: 'นโยบายและแผน',
};

/**
 * Topics of the surveyed indicators in our own words, after what each of them measures; the best known first. Indicators
 * 9 and 10 are a check of documents, which nobody at a counter can judge: they have none.
 */
const OWN: Readonly<Record<number, readonly (readonly [label: string, long: string])[]>> = {
  1: [
    ['ขั้นตอนและเวลา', 'การทำงานตามขั้นตอนและเวลา'],
    ['ความเท่าเทียม', 'การดูแลทุกคนอย่างเท่าเทียมกัน'],
    ['ความรับผิดชอบ', 'ความรับผิดชอบต่องาน'],
  ],
  2: [
    ['การรู้แผนใช้จ่ายเงิน', 'การรู้แผนการใช้จ่ายงบประมาณ'],
    ['ความคุ้มค่าของงบ', 'การใช้งบประมาณอย่างคุ้มค่าและตรงวัตถุประสงค์'],
    ['จัดซื้อจัดจ้างเปิดเผย', 'ความเปิดเผยของการจัดซื้อจัดจ้าง'],
  ],
  3: [
    ['การมอบหมายงาน', 'การมอบหมายงานอย่างเป็นธรรม'],
    ['การประเมินผลงาน', 'การประเมินผลงานอย่างเป็นธรรม'],
    ['การคัดเลือกคน', 'การคัดเลือกคนอย่างเป็นธรรม'],
  ],
  4: [
    ['แนวปฏิบัติการใช้ของ', 'การรู้แนวปฏิบัติในการใช้ของราชการ'],
    ['ขั้นตอนขอยืมของ', 'ขั้นตอนการขอยืมของราชการ'],
    ['การดูแลของราชการ', 'การกำกับดูแลการใช้ของราชการ'],
  ],
  5: [
    ['ผู้บริหารเอาจริง', 'ความเอาจริงของผู้บริหาร'],
    ['การนำผลตรวจไปใช้', 'การนำผลการตรวจสอบไปปรับปรุงงาน'],
    ['ช่องทางร้องเรียน', 'ความปลอดภัยของช่องทางร้องเรียน'],
  ],
  6: [
    ['ขั้นตอนและเวลา', 'การให้บริการตามขั้นตอนและเวลา'],
    ['ข้อมูลที่ได้รับ', 'ความชัดเจนของข้อมูลที่ได้รับ'],
    ['ความเท่าเทียม', 'การบริการทุกคนอย่างเท่าเทียมกัน'],
    ['ความเอาใจใส่', 'ความเอาใจใส่ของเจ้าหน้าที่'],
  ],
  7: [
    ['การหาข้อมูล', 'การหาข้อมูลของหน่วยงานได้ง่าย'],
    ['การตอบคำถาม', 'การตอบคำถามและชี้แจง'],
    ['ช่องทางแสดงความเห็น', 'ช่องทางแสดงความคิดเห็นหรือร้องเรียน'],
  ],
  8: [
    ['วิธีการและขั้นตอน', 'การปรับปรุงวิธีการและขั้นตอน'],
    ['การมีส่วนร่วม', 'การเปิดให้ประชาชนมีส่วนร่วมปรับปรุง'],
    ['บริการออนไลน์', 'การใช้เทคโนโลยีให้สะดวกขึ้น'],
  ],
};

const own = (indicator: number): readonly Reason[] =>
  (OWN[indicator] ?? []).map(([label, long], index) => ({ code: `i${indicator}${'abcd'.charAt(index)}`, label, long }));

/**
 * What can be tapped as a reason, at most 11, spread evenly over the indicators. Items whose topic is confirmed for the
 * year come first; an indicator with fewer than two of them is described in our own words instead, so that nothing
 * unconfirmed is shown as if it were the official question.
 */
export function reasonsFor(
  fiscalYear: number,
  indicators: readonly number[],
  audience: QrCode['audience'],
): readonly Reason[] {
  const each = Math.max(1, Math.floor(MAX_REASONS / Math.max(1, indicators.length)));
  return indicators
    .flatMap((indicator) => topicsOf(fiscalYear, indicator, audience).slice(0, each))
    .slice(0, MAX_REASONS);
}

/** The reason behind a stored code in that year; undefined if nothing confirmed is known about it. */
export function reasonOf(fiscalYear: number, code: string): Reason | undefined {
  const indicator = /^i(\d+)[a-d]$/.exec(code)?.[1];
  if (indicator !== undefined) return own(Number(indicator)).find((reason) => reason.code === code);
  return confirmed(fiscalYear).find((reason) => reason.code === code);
}

function topicsOf(fiscalYear: number, indicator: number, audience: QrCode['audience']): readonly Reason[] {
  const instrument = audience === 'staff' ? 'IIT' : 'EIT';
  const items = confirmed(fiscalYear).filter(
    (item) => item.indicator === indicator && instrumentOfItem(item.code) === instrument,
  );
  if (items.length < 2) return own(indicator);
  return items.map(({ code, label, long }) => ({ code, label, long }));
}

function confirmed(fiscalYear: number): readonly (Reason & { readonly indicator: number | null })[] {
  return itemCatalogue(fiscalYear).flatMap(({ code, topic, indicator, confirmed }) => {
    const label = ITEM_LABELS[topic];
    return confirmed && label !== undefined ? [{ code, label, long: topic, indicator }] : [];
  });
}

/** Fiscal years whose item lists are known. */
const KNOWN_YEARS = Array.from({ length: 2569 - 2564 + 1 }, (_, index) => 2564 + index);

/** Every code that can be tapped in any year: what tallies count. */
export const REASON_CODES: readonly string[] = [
  ...new Set([
    ...KNOWN_YEARS.flatMap((year) => confirmed(year).map(({ code }) => code)),
    ...Object.keys(OWN).flatMap((indicator) => own(Number(indicator)).map(({ code }) => code)),
  ]),
];
