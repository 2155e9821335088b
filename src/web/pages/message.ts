import type { AgencyProfile } from '../../agency/profile.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { contactSection } from './contact.ts';

/** A page that says one thing and offers other ways. */
export function messagePage(agency: AgencyProfile | undefined, title: string, words: string): string {
  const body = html`<section>
      <h1>${title}</h1>
      <p>${words}</p>
      <p class="links"><a href="/feedback">ให้ความเห็นทั่วไป</a></p>
    </section>
    ${contactSection(agency)}`;
  return page(agency, title, body);
}
