import type { AgencyProfile } from '../../agency/profile.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { tel } from './contact.ts';
import { hiddenFields } from './hidden-fields.ts';
import { commentField } from './more-form.ts';

const CHANNELS = [
  { name: 'สำนักงาน ป.ป.ช.', detail: 'การทุจริตของเจ้าหน้าที่รัฐ', phone: '1205' },
  { name: 'สำนักงาน ป.ป.ท.', detail: 'การทุจริตในภาครัฐ', phone: '1206' },
  { name: 'ศูนย์ดำรงธรรม', detail: 'เรื่องร้องเรียนทั่วไป', phone: '1567' },
] as const;

/** As on the card in LINE. */
const TITLE = 'ช่องทางแจ้งเรื่องทุจริต';

/**
 * For a comment that tells of corruption: this is not the place, here are the proper ones. Nothing has been stored; what was
 * typed stays in the form, and is stored only if the person sends it as ordinary feedback all the same.
 */
export function corruptionPage(options: {
  readonly agency: AgencyProfile | undefined;
  readonly reference: string;
  readonly comment: string;
  readonly why: readonly string[];
}): string {
  const { agency, reference, comment, why } = options;
  const body = html`<section role="alert">
      <h1>${TITLE}</h1>
      <p>
        ข้อความของท่านดูเหมือนเป็นการแจ้งเรื่องทุจริต หน้านี้รับเฉพาะความเห็นต่อบริการ
        <strong>จึงยังไม่ได้บันทึกข้อความนี้</strong> ส่วนคะแนนที่ให้ไว้บันทึกแล้ว
      </p>
      <h2>แจ้งได้ที่</h2>
      <ul>
        ${CHANNELS.map(({ name, detail, phone }) => html`<li><strong>${name}</strong> (${detail}) โทร <a href="tel:${phone}">${phone}</a></li>`)}
        ${agency?.complaintChannels.map(
          ({ name, phone, url, note }) =>
            html`<li>
              <strong>${name}</strong
              >${note && ` (${note})`}${phone && html` โทร <a href="${tel(phone)}">${phone}</a>`}${url && html` <a href="${url}" rel="noreferrer">${url}</a>`}
            </li>`,
        )}
      </ul>
    </section>
    <form method="post" action="/r/${reference}" class="card">
      ${hiddenFields()}
      <h2>ถ้าเป็นความเห็นต่อบริการ</h2>
      <p>แก้ไขข้อความได้ก่อนส่ง เจ้าหน้าที่ของหน่วยงานจะอ่านข้อความนี้ได้ แต่จะไม่ถือเป็นเรื่องร้องเรียน</p>
      ${commentField(comment)} ${why.map((code) => html`<input type="hidden" name="why" value="${code}" />`)}
      <p><button class="second" name="anyway" value="yes">ส่งเป็นความเห็นทั่วไป</button></p>
      <p class="links"><a href="/r/${reference}">ไม่ส่งข้อความนี้</a></p>
    </form>`;
  return page(agency, TITLE, body);
}
