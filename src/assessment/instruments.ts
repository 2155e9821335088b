import type { Instrument } from './assessment.ts';

/** What one of the three instruments is, in words for citizens. */
export interface InstrumentInfo {
  readonly code: Instrument;
  readonly name: string;
  readonly nameEn: string;
  /** Who or what is asked. */
  readonly asks: string;
  /** The same in two or three words, for one line of a small phone. */
  readonly short: string;
  /** Indicators whose mean is its score. */
  readonly indicators: readonly number[];
  /** Share of the overall score in percent. */
  readonly weight: number;
}

/**
 * Names: NACC manuals. Weights 30/30/40: reproduce the published results of fiscal years 2563–2566 to the cent; see
 * `weightsConfirmed` in framework.ts for other years.
 */
export const INSTRUMENT_INFO: Readonly<Record<Instrument, InstrumentInfo>> = {
  IIT: {
    code: 'IIT',
    name: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน',
    nameEn: 'Internal survey',
    asks: 'ถามบุคลากรที่ทำงานในหน่วยงาน',
    short: 'ความเห็นของบุคลากร',
    indicators: [1, 2, 3, 4, 5],
    weight: 30,
  },
  EIT: {
    code: 'EIT',
    name: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก',
    nameEn: 'External survey',
    asks: 'ถามประชาชน ผู้มาติดต่อ และผู้รับบริการ',
    short: 'ความเห็นของผู้มาติดต่อ',
    indicators: [6, 7, 8],
    weight: 30,
  },
  OIT: {
    code: 'OIT',
    name: 'แบบวัดการเปิดเผยข้อมูลสาธารณะ',
    nameEn: 'Open data check',
    asks: 'ตรวจข้อมูลที่หน่วยงานเปิดเผยบนเว็บไซต์',
    short: 'ข้อมูลบนเว็บไซต์',
    indicators: [9, 10],
    weight: 40,
  },
};

const LETTERS: Readonly<Record<string, Instrument>> = { I: 'IIT', E: 'EIT', O: 'OIT' };

/** The instrument an item code such as `I23` belongs to; undefined if it starts with none of I, E, O. */
export function instrumentOfItem(code: string): Instrument | undefined {
  return LETTERS[code.charAt(0)];
}
