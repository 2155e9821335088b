import type { AgencyProfile } from '../../agency/profile.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { contactSection } from './contact.ts';

const TITLE = 'ขณะนี้ ให้ความเห็นด้วยรหัสนี้ไม่ได้';

/**
 * For every code that cannot be answered: unknown, stopped, not open yet, over. The page is the same for all of them, so
 * that trying codes tells nobody anything.
 */
export function closedPage(agency: AgencyProfile | undefined): string {
  const body = html`<section>
      <h1>${phrases(TITLE)}</h1>
      <p>รหัสอาจพิมพ์ไม่ครบ หรือไม่อยู่ในช่วงรับความเห็น ถ้าท่านพิมพ์เอง กรุณาดูที่ป้ายแล้วลองอีกครั้ง</p>
      <p>ท่านยังให้ความเห็นถึงหน่วยงานได้ทุกเมื่อ</p>
      <p><a class="button" href="/feedback">ให้ความเห็นทั่วไป</a></p>
    </section>
    ${contactSection(agency)}`;
  return page(agency, TITLE, body);
}
