import type { AgencyProfile } from '../../agency/profile.ts';
import { SCALE } from '../../feedback/scale.ts';
import { GIVER } from '../giver.ts';
import { html, type Html } from '../html.ts';
import { OPENED } from '../opened.ts';
import { page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { contactSection } from './contact.ts';
import { commentField } from './more-form.ts';

/** What was sent and is not known to be stored, so that it can be sent again as it is. */
export interface Unsaved {
  readonly action: string;
  /** On a device at a counter: where the next person begins. */
  readonly restart?: string | undefined;
  readonly score?: string | null;
  readonly giver?: string | null;
  /** When the form was opened, as it said. */
  readonly opened?: string | null;
  readonly why?: readonly string[];
  /** Null: the form had no comment. */
  readonly comment: string | null;
  /** The button that was pressed besides, e.g. `anyway`. */
  readonly pressed?: readonly [name: string, value: string];
}

/** The store did not answer in time: honest that it is not known, and safe to send again. */
export function notSavedPage(agency: AgencyProfile | undefined, unsaved: Unsaved): string {
  return again(
    agency,
    'ยังบันทึกไม่สำเร็จ',
    'ขออภัย ระบบขัดข้องชั่วคราว สิ่งที่ท่านส่งยังอยู่ในหน้านี้ กรุณากดส่งอีกครั้ง ส่งซ้ำก็นับเป็นความเห็นเดียว',
    unsaved,
  );
}

/** Too many from one place. `seconds`: how long to wait. */
export function limitedPage(agency: AgencyProfile | undefined, seconds: number, unsaved: Unsaved): string {
  const wait = seconds < 60 ? `${seconds} วินาที` : `${Math.ceil(seconds / 60)} นาที`;
  const words = `ขณะนี้มีผู้ส่งความเห็นเข้ามามาก ความเห็นของท่านยังไม่ได้บันทึก กรุณารอประมาณ ${wait} แล้วกดส่งอีกครั้ง`;
  return again(agency, 'กรุณารอสักครู่', words, unsaved);
}

function again(agency: AgencyProfile | undefined, title: string, words: string, unsaved: Unsaved): string {
  const body = html`<section role="alert">
      <h1>${phrases(title)}</h1>
      <p>${words}</p>
    </section>
    <form method="post" action="${unsaved.action}" class="card">
      ${chosen(unsaved.score)} ${hidden(GIVER, unsaved.giver)} ${hidden(OPENED, unsaved.opened)}
      ${unsaved.why?.map((code) => hidden('why', code))} ${unsaved.pressed && hidden(...unsaved.pressed)}
      ${unsaved.comment !== null && commentField(unsaved.comment)}
      <p><button>ส่งอีกครั้ง</button></p>
    </form>
    ${
      unsaved.restart === undefined
        ? contactSection(agency)
        : html`<p class="links"><a class="button second" href="${unsaved.restart}">ไม่ส่ง เริ่มใหม่</a></p>`
    }`;
  return page(agency, title, body, { kiosk: unsaved.restart !== undefined });
}

function chosen(score: string | null | undefined): Html | false {
  const step = SCALE.find((one) => String(one.score) === score);
  return (
    step !== undefined &&
    html`<p>ท่านเลือก <strong>${step.name}</strong></p>
      ${hidden('score', score)}`
  );
}

function hidden(name: string, value: string | null | undefined): Html | false {
  return typeof value === 'string' && html`<input type="hidden" name="${name}" value="${value}" />`;
}
