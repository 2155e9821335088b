import type { AgencyProfile } from '../../agency/profile.ts';
import type { QrCode } from '../../feedback/qr-code.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { facesForm } from './faces.ts';
import type { FormMark } from './hidden-fields.ts';
import { kioskNotice } from './privacy.ts';
import { placeOf, QUESTIONS } from './question.ts';

/**
 * The question on a device at the counter that one person after another uses: no way leads away from it, and the privacy
 * notice opens in place, so that the next person always finds the faces. `mark`: this form's own name.
 */
export function kioskPage(options: {
  readonly agency: AgencyProfile | undefined;
  readonly code: string;
  readonly qr: Pick<QrCode, 'point' | 'place' | 'audience'>;
  readonly mark: FormMark;
}): string {
  const { agency, code, qr, mark } = options;
  const body = html`${placeOf(qr)}
    ${facesForm({
      action: `/kiosk/${code}`,
      question: QUESTIONS[qr.audience],
      hint: 'แตะใบหน้าที่ตรงใจก็เสร็จ ไม่ต้องใส่ชื่อ',
      mark,
    })}
    <details class="card">
      <summary>ข้อมูลส่วนบุคคลของท่าน</summary>
      ${kioskNotice(agency)}
    </details>`;
  return page(agency, qr.point, body, { audience: qr.audience, kiosk: true });
}

/**
 * "Thank you", with nothing of the answer on it. `backInS`: after how long (s) the device goes back to the question by
 * itself; undefined: somebody asked it not to.
 */
export function kioskThanksPage(options: {
  readonly agency: AgencyProfile | undefined;
  readonly code: string;
  readonly audience: QrCode['audience'];
  readonly backInS: number | undefined;
}): string {
  const { agency, code, audience, backInS } = options;
  const title = 'ขอบคุณ บันทึกความเห็นแล้ว';
  const body = html`<section role="status">
      <h1>${phrases(title)}</h1>
      ${backInS !== undefined && html`<p>หน้านี้จะกลับไปที่คำถามเองใน ${backInS} วินาที</p>`}
      <p><a class="button" href="/kiosk/${code}">คนต่อไป แตะที่นี่</a></p>
    </section>
    ${
      backInS !== undefined &&
      html`<p class="links"><a href="/kiosk/${code}/thanks?audience=${audience}&amp;stay=yes">อยู่หน้านี้ต่อ</a></p>`
    }`;
  return page(agency, title, body, { audience, kiosk: true });
}
