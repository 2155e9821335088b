import type { AgencyProfile } from '../../agency/profile.ts';
import { placeOf } from '../../chat/card-data/contact.ts';
import { html, type Html } from '../html.ts';

/** How to reach the agency by other means, as much as its profile says. */
export function contactSection(agency: AgencyProfile | undefined): Html {
  const place = placeOf(agency);
  return html`<section aria-labelledby="contact">
    <h2 id="contact">ติดต่อหน่วยงาน</h2>
    <ul>
      ${agency?.phone && html`<li>โทร <a href="${tel(agency.phone)}">${agency.phone}</a></li>`}
      ${agency?.email && html`<li>อีเมล <a href="mailto:${agency.email}">${agency.email}</a></li>`}
      ${agency?.website && html`<li>เว็บไซต์ <a href="${agency.website}" rel="noreferrer">${agency.website}</a></li>`}
      ${agency?.hours && html`<li>เวลาทำการ ${agency.hours}</li>`}
      <li>${place ? html`มาที่สำนักงาน ${place}` : 'มาที่สำนักงานในวันและเวลาราชการ'}</li>
    </ul>
  </section>`;
}

/** A phone number as a link: `0 3277 1000` becomes `tel:032771000`. */
export function tel(phone: string): string {
  return `tel:${phone.replaceAll(/[^0-9+]/g, '')}`;
}
