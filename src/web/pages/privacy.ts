import type { AgencyProfile } from '../../agency/profile.ts';
import { contactLine } from '../../chat/card-data/contact.ts';
import { DEFAULT_RETENTION_DAYS } from '../../feedback/retention.ts';
import { html } from '../html.ts';
import { agencyName, page } from '../page.ts';

/** The notice: purpose, what is kept and what is not, basis, retention, who sees it, rights, contact (PDPA B.E. 2562, section 23). */
export function privacyPage(agency: AgencyProfile | undefined): string {
  const days = agency?.retentionDays ?? DEFAULT_RETENTION_DAYS;
  const body = html`<section>
    <h1>ข้อมูลส่วนบุคคลของท่าน</h1>
    <p>ประกาศตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 สำหรับการให้ความเห็นผ่านหน้าเว็บนี้</p>
    <dl>
      <dt>ผู้ควบคุมข้อมูล</dt>
      <dd>${agency?.name ?? agencyName(agency)}</dd>
      <dt>ใช้เพื่อ</dt>
      <dd>ปรับปรุงบริการ ตอบความเห็น และวางแผนการทำงานในรอบถัดไป ${agencyName(agency)}ไม่ใช้ความเห็นเพื่อการอื่น</dd>
      <dt>สิ่งที่เก็บ</dt>
      <dd>คะแนน เรื่องที่เลือก ข้อความที่เขียน จุดบริการ และเวลาที่ส่ง ท่านไม่ต้องใส่ชื่อ เบอร์โทร หรือข้อมูลของผู้อื่น</dd>
      <dt>สิ่งที่ไม่เก็บ</dt>
      <dd>ไม่เก็บว่าใครเป็นผู้ส่ง ไม่เก็บหมายเลขอินเทอร์เน็ต (IP address) ไว้กับความเห็น การเปิดหน้าจาก QR นับเป็นจำนวนครั้งเท่านั้น</dd>
      <dt>คุกกี้</dt>
      <dd>
        เมื่อท่านส่งความเห็น เบราว์เซอร์จะเก็บรหัสสุ่ม 1 วัน เพื่อให้ 1 คนนับเป็น 1 ความเห็นต่อจุดต่อวัน รหัสนี้ไม่บอกว่าท่านเป็นใคร และไม่ใช้ติดตามที่อื่น
      </dd>
      <dt>ฐานกฎหมาย</dt>
      <dd>การดำเนินงานตามภารกิจของหน่วยงานเพื่อประโยชน์สาธารณะ</dd>
      <dt>เก็บนาน</dt>
      <dd>ข้อความเก็บไม่เกิน ${days.toLocaleString('en')} วันหลังสิ้นสุดรอบการประเมิน แล้วลบ ส่วนคะแนนเก็บไว้เป็นสถิติที่ไม่บอกตัวบุคคล</dd>
      <dt>ผู้ที่เห็น</dt>
      <dd>
        เจ้าหน้าที่ที่ดูแลความเห็นของหน่วยงาน ผู้ที่มีรหัสอ้างอิงเห็นคะแนน จุดบริการ และคำตอบ แต่ไม่เห็นข้อความ
        ผลรวมที่เผยแพร่ไม่แสดงกลุ่มที่มีผู้ตอบน้อยกว่า 5 คน
      </dd>
      <dt>สิทธิของท่าน</dt>
      <dd>
        ขอดู ขอแก้ไข ขอลบ ขอระงับการใช้ และคัดค้านได้ ลบข้อความของท่านเองได้จากหน้า<a href="/r">รหัสอ้างอิง</a> เพราะเราไม่รู้ว่าใครเป็นผู้ส่ง
        กรุณาแจ้งรหัสอ้างอิงเมื่อติดต่อ และร้องเรียนต่อคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้
      </dd>
      <dt>ติดต่อ</dt>
      <dd>${contactLine(agency)}</dd>
    </dl>
  </section>`;
  return page(agency, 'ข้อมูลส่วนบุคคล', body);
}
