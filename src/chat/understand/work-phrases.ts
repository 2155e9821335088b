import { arabicDigits } from '../../thai-digits.ts';
import type { Request } from '../request.ts';
import { buddhistYear, shortYear } from './years.ts';

/**
 * What staff type to get at their work, and what the rich menus send. Only whole messages count, so that no citizen's sentence is taken
 * for one. Written without spaces, in lower case.
 */
const PHRASES: readonly (readonly [request: Request, ...says: string[]])[] = [
  [{ intent: 'push_preview', slots: {} }, 'ตัวอย่างสรุป', 'ดูตัวอย่างสรุป', 'ตัวอย่างข่าวสาร'],
  [
    { intent: 'push_log', slots: {} },
    ...([
      'รายงานการส่ง',
      'รายงานการส่งข้อความ',
      'รายงานการส่งข่าว',
      'รายงานการส่งข่าวสาร',
      'รายงานส่งข่าว',
      'ข่าวสารและการส่ง',
    ] as const),
    ...([
      'ดูรายงานการส่ง',
      'ดูรายงานการส่งข่าว',
      'โควตา',
      'ดูโควตา',
      'โควตาข้อความ',
      'โควตาเหลือเท่าไร',
      'โควตาเหลือกี่ข้อความ',
    ] as const),
    ...(['ข้อความเหลือเท่าไร', 'ข้อความเหลือกี่ข้อความ', 'เหลือกี่ข้อความ', 'เหลือข้อความเท่าไร', 'โควตาข้อความเหลือเท่าไร'] as const),
  ],
  [
    { intent: 'urgent_news', slots: {} },
    ...(['ข่าวด่วน', 'แจ้งข่าวด่วน', 'ส่งข่าวด่วน', 'เขียนข่าวด่วน', 'ประกาศข่าวด่วน', 'ส่งข่าวด่วนถึงทุกคน', 'ส่งข่าวถึงทุกคน'] as const),
    ...(['ส่งข่าวให้ประชาชน', 'ส่งข่าวถึงประชาชน', 'ส่งข่าวด่วนให้ประชาชน', 'ส่งข่าวด่วนถึงประชาชน', 'ส่งข่าวด่วนให้ทุกคน'] as const),
  ],
  [{ intent: 'work_home', slots: {} }, 'งานวันนี้', 'เมนูเจ้าหน้าที่', 'เมนูงาน'],
  [{ intent: 'counter_codes', slots: {} }, 'รหัสของฉัน', 'qrของฉัน', 'คิวอาร์ของฉัน', 'คิวอาร์โค้ดของฉัน', 'รหัสqrของฉัน'],
  [{ intent: 'counter_codes', slots: { act: 'make' } }, 'สร้างรหัสใหม่', 'สร้างqr', 'สร้างqrใหม่', 'สร้างคิวอาร์'],
  [{ intent: 'feedback_inbox', slots: {} }, 'ความเห็นใหม่'],
  [{ intent: 'hidden_feedback', slots: {} }, 'ความเห็นที่ซ่อน', 'ความเห็นที่ซ่อนไว้'],
  [{ intent: 'my_work', slots: {} }, 'งานของฉัน', 'งานฉัน', 'มาตรการของฉัน'],
  [{ intent: 'measure_board', slots: {} }, 'กระดานมาตรการ', 'บอร์ดมาตรการ'],
  [{ intent: 'staff_list', slots: {} }, 'รายชื่อเจ้าหน้าที่', 'เจ้าหน้าที่ทั้งหมด', 'จัดการเจ้าหน้าที่', 'จัดการสิทธิ์'],
  [{ intent: 'invite_staff', slots: {} }, 'เชิญเจ้าหน้าที่', 'สร้างรหัสเชิญ', 'ออกรหัสเชิญ', 'ขอรหัสเชิญเจ้าหน้าที่'],
  [{ intent: 'invite_staff', slots: { act: 'list' } }, 'รหัสเชิญที่ใช้ได้', 'รหัสเชิญทั้งหมด'],
  [{ intent: 'register_staff', slots: {} }, 'บทบาทของฉัน', 'ฉันเป็นใครในระบบ'],
  [{ intent: 'audit_log', slots: {} }, 'บันทึกการแก้ไข', 'บันทึกการเปลี่ยนแปลง', 'ประวัติการแก้ไข', 'ใครแก้อะไร'],
];

const REQUESTS: ReadonlyMap<string, Request> = new Map(
  PHRASES.flatMap(([request, ...says]) => says.map((phrase) => [plainly(phrase), request] as const)),
);
/** "ประกาศผล ITA ปี 2565", as the announcement's own card calls it. */
const ANNOUNCE =
  /^(?:ส่ง)?ประกาศผล(?:การ)?(?:ประเมิน)?(?:ita)?(?:(?:ประจำ)?(?:ปี(?:งบประมาณ)?)?(?:พ\.?ศ\.?)?(?<year>\d{4}|\d{2}))?$/;
/** Longer than any phrase with its politeness. */
const LONGEST = 60;
const POLITE = /(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้ะ|จ้า)?[.!?]*$/;

/** The staff request that the whole text is; undefined otherwise. */
export function workPhrase(text: string): Request | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainly(text).replace(POLITE, '');
  return REQUESTS.get(plain) ?? announcement(plain);
}

function announcement(plain: string): Request | undefined {
  const said = ANNOUNCE.exec(plain);
  if (!said) return undefined;
  const digits = said.groups?.['year'];
  if (digits === undefined) return { intent: 'announce', slots: {} };
  const year = (digits.length === 4 ? buddhistYear : shortYear)(Number(digits));
  return year === undefined ? undefined : { intent: 'announce', slots: { year } };
}

/** Without spaces and capitals, in one spelling. */
function plainly(text: string): string {
  const plain = arabicDigits(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''));
  // NFKC takes ำ apart.
  return plain
    .replaceAll('\u0e4dา', 'ำ')
    .replace('โควต้า', 'โควตา')
    .replace(/เท่า(?:ไหร่|ไหร|ไร่)/, 'เท่าไร');
}
