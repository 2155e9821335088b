import type { Instrument } from './assessment.ts';

/** One of the ten indicators, with words for citizens. */
export interface Indicator {
  /** 1–10. */
  readonly no: number;
  /** Official Thai name. */
  readonly name: string;
  /** Neutral translation: the NACC's own English names of 1–4 name the risk, which reads as an accusation. */
  readonly nameEn: string;
  /** Other spellings seen in reports. */
  readonly aliases: readonly string[];
  readonly instrument: Instrument;
  /** What it measures, one plain sentence. */
  readonly measures: string;
  /** Why it matters for a citizen, one plain sentence. */
  readonly matters: string;
}

/** Numbers and names: the same in the published results of fiscal years 2563–2566 and 2568. */
export const INDICATORS: readonly Indicator[] = [
  {
    no: 1,
    name: 'การปฏิบัติหน้าที่',
    nameEn: 'Performance of duty',
    aliases: ['การปฏิบัติหน้าที่ได้'],
    instrument: 'IIT',
    measures: 'บุคลากรเห็นว่าเพื่อนร่วมงานทำงานตามขั้นตอนและเวลา ดูแลทุกคนเท่าเทียมกัน และไม่เรียกรับผลประโยชน์เพียงใด',
    matters: 'เพื่อให้ท่านได้รับบริการตรงเวลาและเท่าเทียม โดยไม่ต้องจ่ายเกินกว่าที่กำหนด',
  },
  {
    no: 2,
    name: 'การใช้งบประมาณ',
    nameEn: 'Use of budget',
    aliases: ['การใช้จ่ายงบประมาณ'],
    instrument: 'IIT',
    measures: 'บุคลากรเห็นว่าหน่วยงานใช้เงินคุ้มค่า ตรงวัตถุประสงค์ และจัดซื้อจัดจ้างอย่างเปิดเผยเพียงใด',
    matters: 'เพราะงบประมาณมาจากภาษีของทุกคน จึงควรกลับมาเป็นประโยชน์ของส่วนรวม',
  },
  {
    no: 3,
    name: 'การใช้อำนาจ',
    nameEn: 'Use of power',
    aliases: [],
    instrument: 'IIT',
    measures: 'บุคลากรเห็นว่าหัวหน้ามอบหมายงาน ประเมินผลงาน และคัดเลือกคนอย่างเป็นธรรมเพียงใด',
    matters: 'เมื่อเจ้าหน้าที่ได้รับความเป็นธรรม ก็ทำงานให้ประชาชนได้เต็มที่และไม่ต้องทำสิ่งที่ไม่ถูกต้อง',
  },
  {
    no: 4,
    name: 'การใช้ทรัพย์สินของราชการ',
    nameEn: 'Use of state property',
    aliases: ['การใช้ทรัพย์สินของทางราชการ', 'การใช้ทรัพย์สินราชการ'],
    instrument: 'IIT',
    measures: 'บุคลากรรู้และทำตามแนวปฏิบัติในการยืมและใช้ของราชการ และหน่วยงานกำกับดูแลเพียงใด',
    matters: 'เพราะรถ เครื่องมือ และของใช้ของราชการเป็นของส่วนรวม จึงควรใช้เพื่อประโยชน์ของประชาชน',
  },
  {
    no: 5,
    name: 'การแก้ไขปัญหาการทุจริต',
    nameEn: 'Tackling corruption',
    aliases: ['การแก้ปัญหาการทุจริต'],
    instrument: 'IIT',
    measures: 'บุคลากรเห็นว่าผู้บริหารเอาจริงกับการต้านทุจริต นำผลการตรวจสอบไปปรับปรุงงาน และร้องเรียนได้อย่างปลอดภัยเพียงใด',
    matters: 'เพื่อให้ปัญหาที่พบได้รับการแก้ไขจริงและไม่เกิดซ้ำ',
  },
  {
    no: 6,
    name: 'คุณภาพการดำเนินงาน',
    nameEn: 'Quality of service',
    aliases: [],
    instrument: 'EIT',
    measures: 'ผู้มาติดต่อเห็นว่าเจ้าหน้าที่ทำงานตามขั้นตอนและเวลา ให้ข้อมูลชัดเจน และเห็นแก่ประโยชน์ส่วนรวมเพียงใด',
    matters: 'เพราะเป็นสิ่งที่ท่านพบโดยตรงเมื่อมาติดต่อหน่วยงาน',
  },
  {
    no: 7,
    name: 'ประสิทธิภาพการสื่อสาร',
    nameEn: 'Effectiveness of communication',
    aliases: ['ประสิทธิผลการสื่อสาร'],
    instrument: 'EIT',
    measures: 'ผู้มาติดต่อเห็นว่าหน่วยงานเผยแพร่ข้อมูลที่ควรรู้ และมีช่องทางให้แสดงความคิดเห็นหรือร้องเรียนเพียงใด',
    matters: 'เพื่อให้ท่านรู้ว่าหน่วยงานทำอะไรอยู่ และบอกความเห็นของท่านได้ง่าย',
  },
  {
    no: 8,
    name: 'การปรับปรุงระบบการทำงาน',
    nameEn: 'Improvement of work systems',
    aliases: ['การปรับปรุงการทำงาน', 'การปรับปรุงระบบการดำเนินงาน'],
    instrument: 'EIT',
    measures: 'ผู้มาติดต่อเห็นว่าเจ้าหน้าที่และขั้นตอนของหน่วยงานดีขึ้น และเปิดให้ประชาชนมีส่วนร่วมปรับปรุงเพียงใด',
    matters: 'เพื่อให้การติดต่อครั้งต่อไปสะดวกขึ้น และความเห็นของท่านนำไปสู่การเปลี่ยนแปลง',
  },
  {
    no: 9,
    name: 'การเปิดเผยข้อมูล',
    nameEn: 'Disclosure of information',
    aliases: [],
    instrument: 'OIT',
    measures: 'หน่วยงานเปิดเผยข้อมูลพื้นฐาน แผนงาน งบประมาณ การจัดซื้อจัดจ้าง และช่องทางร้องเรียนบนเว็บไซต์ครบถ้วนเพียงใด',
    matters: 'เพื่อให้ท่านตรวจดูการทำงานและการใช้เงินของหน่วยงานได้ด้วยตนเอง',
  },
  {
    no: 10,
    name: 'การป้องกันการทุจริต',
    nameEn: 'Prevention of corruption',
    aliases: [],
    instrument: 'OIT',
    measures: 'หน่วยงานเปิดเผยการดำเนินการและมาตรการภายในเพื่อป้องกันการทุจริตบนเว็บไซต์ครบถ้วนเพียงใด',
    matters: 'เพื่อให้ท่านเห็นว่าหน่วยงานวางแผนป้องกันไว้ก่อน และติดตามได้ว่าทำตามแผนหรือไม่',
  },
];

/** The indicator with that number, or undefined if it is not 1–10. */
export function indicatorOf(no: number): Indicator | undefined {
  return INDICATORS[no - 1];
}

/** Spaces and zero-width characters dropped, the split form of sara am joined, double `เ` made `แ`. */
function plain(name: string): string {
  return name
    .replaceAll(/[\s\u200B-\u200D\uFEFF]/g, '')
    .replaceAll('\u0E4D\u0E32', '\u0E33')
    .replaceAll('เเ', 'แ');
}

const BY_NAME = new Map(
  INDICATORS.flatMap((indicator) =>
    [indicator.name, ...indicator.aliases].map((name): [string, Indicator] => [plain(name), indicator]),
  ),
);

/**
 * The indicator printed under that name: official name or known alias, spacing ignored. Never fuzzy, because 7 and 8,
 * or 1 and 6, share most of their words.
 */
export function indicatorByName(name: string): Indicator | undefined {
  return BY_NAME.get(plain(name));
}
