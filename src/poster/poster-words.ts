import { BUDDHIST_ERA, inBangkok } from '../bangkok-time.ts';
import { showCode } from '../code.ts';
import { questionUrl } from '../feedback/links.ts';
import { legible } from '../drawing/legible.ts';
import type { PosterData } from './poster-data.ts';

/** Everything written on a poster, in the order it is read. */
export interface PosterWords {
  readonly agency: string;
  readonly point: string;
  readonly place: string;
  readonly question: string;
  /** Why one should answer. */
  readonly purpose: string;
  readonly steps: readonly string[];
  /** For people who cannot scan: before the address, the address up to the code, the code in groups. */
  readonly typeInstead: string;
  readonly address: string;
  readonly code: string;
  /** What happens with the answer. */
  readonly promises: readonly string[];
  readonly period: string;
  /** What the code opens. */
  readonly url: string;
}

const ASKED = {
  citizen: {
    question: 'บริการวันนี้เป็นอย่างไร',
    purpose: 'ความเห็นของท่านช่วยให้เราปรับปรุงบริการ',
    survey: 'EIT',
  },
  staff: {
    question: 'การทำงานของเราเป็นอย่างไร',
    purpose: 'ความเห็นของบุคลากรช่วยให้หน่วยงานทำงานดีขึ้น',
    survey: 'IIT',
  },
} as const;

const MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');

/** The words of a poster. */
export function posterWords(data: PosterData): PosterWords {
  const { question, purpose, survey } = ASKED[data.audience];
  const url = questionUrl(data.publicUrl, data.code);
  const shownUrl = questionUrl(data.publicUrl, showCode(data.code));
  // Browsers try https by themselves; any other scheme has to be typed.
  const typed = shownUrl.replace(/^https:\/\//, '');
  const codeAt = typed.lastIndexOf('/') + 1;
  return {
    agency: legible(data.agencyName),
    point: legible(data.point),
    place: legible(data.place ?? ''),
    question,
    purpose,
    steps: ['สแกนด้วยกล้อง หรือแอป LINE', 'แตะใบหน้าที่ตรงใจ', 'เขียนเพิ่มได้ ถ้าต้องการ'],
    typeInstead: 'สแกนไม่ได้ พิมพ์ที่อยู่นี้ในมือถือ',
    address: typed.slice(0, codeAt),
    code: typed.slice(codeAt),
    promises: [
      'ไม่ต้องใส่ชื่อ คำตอบไม่ระบุว่าท่านเป็นใคร',
      `${legible(data.agencyShortName)}เป็นผู้อ่าน เพื่อนำไปปรับปรุงงาน`,
      `เป็นความเห็นถึงหน่วยงาน ไม่ใช่แบบวัด ${survey} ของ ป.ป.ช.`,
    ],
    period: `รอบปีงบประมาณ ${data.fiscalYear}${data.endsAt === null ? '' : ` ตอบได้ถึง ${thaiDate(data.endsAt)}`}`,
    url,
  };
}

function thaiDate(moment: string): string {
  const day = inBangkok(moment);
  return `${day.date()} ${MONTHS[day.month()]} ${day.year() + BUDDHIST_ERA}`;
}
