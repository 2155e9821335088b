import type { AgencyProfile } from '../../agency/profile.ts';
import type { Feedback } from '../../feedback/feedback.ts';
import { addFriendUrl } from '../../feedback/links.ts';
import { SCALE } from '../../feedback/scale.ts';
import { thaiDate } from '../../thai-date.ts';
import { face } from '../face.ts';
import { html, type Html } from '../html.ts';
import { agencyName, page } from '../page.ts';
import { phrases } from '../phrases.ts';
import { errorSummary } from './error-summary.ts';
import { moreForm, type More } from './more-form.ts';

export interface ReferencePage {
  readonly agency: AgencyProfile | undefined;
  /** The reference in groups, and as it stands in addresses. */
  readonly shown: string;
  readonly reference: string;
  readonly feedback: Feedback;
  /** What may still be added; undefined: it is too late, or staff have taken it up. */
  readonly more: More | undefined;
  /** What has just been done, to say so. */
  readonly done: 'added' | 'removed' | undefined;
  /** What has to be mended in what was just sent. */
  readonly error?: string;
  readonly lineBasicId: string | undefined;
}

const THANKS = 'ขอบคุณ บันทึกความเห็นแล้ว';
const DONE = { added: 'บันทึกแล้ว ขอบคุณ', removed: 'ลบข้อความแล้ว คะแนนยังอยู่' } as const;

/**
 * "Thank you", and later the agency's answer. The comment itself is never shown: whoever holds the reference may be somebody
 * who only borrowed the phone.
 */
export function referencePage(options: ReferencePage): string {
  const { agency, feedback, more, done, error, lineBasicId } = options;
  const title = done ? DONE[done] : feedback.reply ? 'หน่วยงานตอบท่านแล้ว' : THANKS;
  const body = html`${error !== undefined && errorSummary([{ href: '#comment', text: error }])}
    <section>
      <h1>${phrases(title)}</h1>
      ${given(feedback)}
      <h2>รหัสอ้างอิงของท่าน</h2>
      <p class="code">${options.shown}</p>
      <p class="hint">จดหรือถ่ายภาพไว้ ใช้กลับมาดูคำตอบของหน่วยงาน ผู้ที่มีรหัสนี้จะเห็นหน้านี้ได้</p>
    </section>
    ${feedback.reply && answer(agency, feedback.reply)} ${more && moreForm(`/r/${options.reference}`, more, error)}
    ${feedback.comment !== null && removal(options.reference, more !== undefined)} ${!feedback.reply && whatNow()}
    ${
      lineBasicId !== undefined &&
      html`<section aria-labelledby="friend">
        <h2 id="friend">ถามต่อใน LINE</h2>
        <p>เพิ่มหน่วยงานเป็นเพื่อน เพื่อถามผลการประเมินและเรื่องที่กำลังปรับปรุง</p>
        <p><a class="button second" href="${addFriendUrl(lineBasicId)}" rel="noreferrer">เพิ่มเพื่อนใน LINE</a></p>
      </section>`
    }`;
  return page(agency, error === undefined ? title : 'แก้ไขข้อความ', body, { audience: feedback.audience });
}

function given({ score, point, givenAtMs }: Feedback): Html {
  const step = SCALE.find((one) => one.score === score);
  const when = thaiDate(new Date(givenAtMs).toISOString());
  return html`<p class="given s${score}">${face(score)}<span>${step?.name}</span></p>
    <p class="hint">${point ?? 'ความเห็นทั่วไป'} เมื่อ ${when}</p>`;
}

function answer(agency: AgencyProfile | undefined, reply: NonNullable<Feedback['reply']>): Html {
  return html`<section aria-labelledby="answer">
    <h2 id="answer">คำตอบจาก${agencyName(agency)}</h2>
    <blockquote class="reply">${reply.text}</blockquote>
    <p class="hint">ตอบเมื่อ ${thaiDate(reply.at)}</p>
  </section>`;
}

function whatNow(): Html {
  return html`<section aria-labelledby="answer">
    <h2 id="answer">จากนี้จะเป็นอย่างไร</h2>
    <p>
      เจ้าหน้าที่ของหน่วยงานอ่านความเห็น รวมตามจุดบริการและเรื่อง แล้วใช้ปรับปรุงงานในรอบถัดไป ขณะนี้ยังไม่มีคำตอบ ถ้าหน่วยงานตอบ
      คำตอบจะแสดงในหน้านี้
    </p>
  </section>`;
}

function removal(reference: string, changeable: boolean): Html {
  return html`<form method="post" action="/r/${reference}" class="card">
    <h2>ข้อความที่ท่านเขียนไว้</h2>
    <p>
      บันทึกแล้ว
      แต่ไม่แสดงในหน้านี้เพื่อความเป็นส่วนตัว${changeable && ' ถ้าต้องการแก้ไข เขียนข้อความใหม่ในช่องด้านบนแล้วกดบันทึก ข้อความใหม่จะแทนข้อความเดิม'}
    </p>
    <button class="second" name="do" value="remove-comment">ลบข้อความที่เขียนไว้</button>
  </form>`;
}
