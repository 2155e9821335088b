import type { AgencyProfile } from '../../agency/profile.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { errorSummary } from './error-summary.ts';

interface Field {
  readonly action: string;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly error: string;
}

const CODE: Field = {
  action: '/q',
  title: 'ให้ความเห็นด้วยรหัสบนป้าย',
  label: 'รหัสบนป้าย',
  hint: 'ตัวอักษรและตัวเลขรวม 11 ตัว พิมพ์เล็กหรือใหญ่ก็ได้',
  button: 'ต่อไป',
  error: 'รหัสไม่ครบหรือไม่ถูกรูปแบบ กรุณาดูที่ป้ายแล้วพิมพ์อีกครั้ง',
};
const REFERENCE: Field = {
  action: '/r',
  title: 'ดูคำตอบด้วยรหัสอ้างอิง',
  label: 'รหัสอ้างอิง',
  hint: 'ตัวอักษรและตัวเลขรวม 20 ตัวที่ได้รับหลังส่งความเห็น มีขีดคั่นหรือไม่ก็ได้',
  button: 'ดูคำตอบ',
  error: 'ไม่พบรหัสอ้างอิงนี้ กรุณาตรวจว่าพิมพ์ครบ 20 ตัว',
};

/** Where a code of a poster is typed by somebody who cannot scan it. `typed`: what was typed wrongly before. */
export function typeCodePage(agency: AgencyProfile | undefined, typed?: string): string {
  return typePage(agency, CODE, typed);
}

/** Where a reference is typed to see the agency's answer. */
export function typeReferencePage(agency: AgencyProfile | undefined, typed?: string): string {
  return typePage(agency, REFERENCE, typed);
}

function typePage(agency: AgencyProfile | undefined, field: Field, typed: string | undefined): string {
  const wrong = typed !== undefined;
  const body = html`${wrong && errorSummary([{ href: '#code', text: field.error }])}
    <form method="get" action="${field.action}" class="card">
      <h1>${phrases(field.title)}</h1>
      <label for="code">${field.label}</label>
      <p class="hint" id="code-hint">${field.hint}</p>
      ${wrong && html`<p class="error" id="code-error">${field.error}</p>`}
      <p>
        <input
          type="text"
          id="code"
          name="code"
          value="${typed}"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="60"
          required
          aria-describedby="code-hint${wrong && ' code-error'}"
          ${wrong && html` aria-invalid="true"`}
        />
      </p>
      <button>${field.button}</button>
    </form>`;
  return page(agency, wrong ? `แก้ไข: ${field.title}` : field.title, body);
}
