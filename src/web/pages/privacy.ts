import type { AgencyProfile } from '../../agency/profile.ts';
import { contactLine } from '../../chat/card-data/contact.ts';
import { DEFAULT_RETENTION_DAYS } from '../../feedback/retention.ts';
import { html, type Html } from '../html.ts';
import { agencyName, page } from '../page.ts';
import { phrases } from '../phrases.ts';

const TITLE = 'ข้อมูลส่วนบุคคลของท่าน';
const LAW = 'ประกาศตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562';
const PUBLISHED = 'ผลรวมที่เผยแพร่ไม่แสดงกลุ่มที่มีผู้ตอบน้อยกว่า 5 คน';

/** What differs between one's own browser and a device at the counter. */
interface Kept {
  readonly kept: string;
  readonly notKept: string;
  readonly cookie: string;
  readonly howLong: string;
  readonly seenBy: string;
  readonly rights: Html;
}

/** The notice: purpose, what is kept and what is not, basis, retention, who sees it, rights, contact (PDPA B.E. 2562, section 23). */
export function privacyPage(agency: AgencyProfile | undefined): string {
  const days = (agency?.retentionDays ?? DEFAULT_RETENTION_DAYS).toLocaleString('en');
  const body = html`<section>
    <h1>${phrases(TITLE)}</h1>
    <p>${LAW} สำหรับการให้ความเห็นผ่านหน้าเว็บนี้</p>
    ${notice(agency, {
      kept: 'คะแนน เรื่องที่เลือก ข้อความที่เขียน จุดบริการ และเวลาที่ส่ง ท่านไม่ต้องใส่ชื่อ เบอร์โทร หรือข้อมูลของผู้อื่น',
      notKept: 'ไม่เก็บว่าใครเป็นผู้ส่ง ไม่เก็บหมายเลขอินเทอร์เน็ต (IP address) ไว้กับความเห็น การสแกนคิวอาร์โค้ดนับเป็นจำนวนครั้งเท่านั้น',
      cookie:
        'เมื่อท่านส่งความเห็น เบราว์เซอร์จะเก็บรหัสสุ่ม 1 วัน เพื่อให้ 1 คนนับเป็น 1 ความเห็นต่อจุดต่อวัน รหัสนี้ไม่บอกว่าท่านเป็นใคร และไม่ใช้ติดตามที่อื่น',
      howLong: `ข้อความเก็บไม่เกิน ${days} วันหลังสิ้นสุดรอบการประเมิน แล้วลบ ส่วนคะแนนเก็บไว้เป็นสถิติที่ไม่บอกตัวบุคคล`,
      seenBy: `เจ้าหน้าที่ที่ดูแลความเห็นของหน่วยงาน ผู้ที่มีรหัสอ้างอิงเห็นคะแนน จุดบริการ และคำตอบ แต่ไม่เห็นข้อความ ${PUBLISHED}`,
      rights: html`ขอดู ขอแก้ไข ขอลบ ขอระงับการใช้ และคัดค้านได้ แก้ไขหรือลบข้อความของท่านเองได้จากหน้า<a href="/r">รหัสอ้างอิง</a>
        เพราะเราไม่รู้ว่าใครเป็นผู้ส่ง กรุณาแจ้งรหัสอ้างอิงเมื่อติดต่อ และร้องเรียนต่อคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้`,
    })}
  </section>`;
  return page(agency, 'ข้อมูลส่วนบุคคล', body);
}

/** The same for a device at the counter: nothing but a tap is kept, nothing tells people apart, and no way leads away. */
export function kioskNotice(agency: AgencyProfile | undefined): Html {
  return html`<p>${LAW} สำหรับการให้ความเห็นบนเครื่องนี้</p>
    ${notice(agency, {
      kept: 'คะแนน จุดบริการ และเวลาที่ส่ง',
      notKept: 'ไม่เก็บว่าใครเป็นผู้ส่ง ไม่เก็บชื่อ ภาพ หรือหมายเลขอินเทอร์เน็ต (IP address) ไว้กับความเห็น',
      cookie: 'ไม่ใช้',
      howLong: 'คะแนนเก็บไว้เป็นสถิติที่ไม่บอกตัวบุคคล',
      seenBy: `เจ้าหน้าที่ที่ดูแลความเห็นของหน่วยงาน ${PUBLISHED}`,
      rights: html`เราไม่รู้ว่าคำตอบใดเป็นของใคร จึงค้นหรือลบคำตอบที่ส่งแล้วไม่ได้ ท่านสอบถามหน่วยงานได้
      และร้องเรียนต่อคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้`,
    })}`;
}

function notice(agency: AgencyProfile | undefined, kept: Kept): Html {
  const rows = [
    ['ผู้ควบคุมข้อมูล', agency?.name ?? agencyName(agency)],
    ['ใช้เพื่อ', `ปรับปรุงบริการ ตอบความเห็น และวางแผนการทำงานในรอบถัดไป ${agencyName(agency)}ไม่ใช้ความเห็นเพื่อการอื่น`],
    ['สิ่งที่เก็บ', kept.kept],
    ['สิ่งที่ไม่เก็บ', kept.notKept],
    ['คุกกี้', kept.cookie],
    ['ฐานกฎหมาย', 'การดำเนินงานตามภารกิจของหน่วยงานเพื่อประโยชน์สาธารณะ'],
    ['เก็บนาน', kept.howLong],
    ['ผู้ที่เห็น', kept.seenBy],
    ['สิทธิของท่าน', kept.rights],
    ['ติดต่อ', contactLine(agency)],
  ] as const;
  return html`<dl>
    ${rows.map(
      ([name, words]) =>
        html`<dt>${name}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;
}
