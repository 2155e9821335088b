import type { AgencyProfile } from '../../agency/profile.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { contactSection } from './contact.ts';

/** A page that says one thing and offers other ways; on a device at a counter only the one to `restart`. */
export function messagePage(agency: AgencyProfile | undefined, title: string, words: string, restart?: string): string {
  const body = html`<section>
      <h1>${phrases(title)}</h1>
      <p>${words}</p>
      ${
        restart === undefined
          ? html`<p class="links"><a href="/feedback">ให้ความเห็นทั่วไป</a></p>`
          : html`<p><a class="button" href="${restart}">เริ่มใหม่</a></p>`
      }
    </section>
    ${restart === undefined && contactSection(agency)}`;
  return page(agency, title, body, { kiosk: restart !== undefined });
}
