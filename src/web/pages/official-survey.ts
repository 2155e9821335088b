import type { AgencyProfile } from '../../agency/profile.ts';
import { html, type Html } from '../html.ts';
import { phrases } from '../phrases.ts';

/** The way to the official survey, apart from our own question, where staff have set its address. */
export function officialSurvey(agency: AgencyProfile | undefined): Html | false {
  const url = agency?.eitSurveyUrl;
  if (!url) return false;
  return html`<section aria-labelledby="official">
    <h2 id="official">${phrases('แบบวัด EIT ของ ป.ป.ช. เป็นอีกแบบหนึ่ง')}</h2>
    <p>สำนักงาน ป.ป.ช. จัดทำเองในระบบ ITAS คำตอบในหน้านี้ไม่ถูกส่งไปที่นั่น และคำตอบที่นั่นไม่ถูกส่งมาที่นี่</p>
    <p class="links"><a href="${url}" rel="noreferrer">ไปตอบแบบวัด EIT ที่เว็บไซต์ ITAS</a></p>
  </section>`;
}
