import { MAX_COMMENT } from '../../feedback/feedback.ts';
import type { Reason } from '../../feedback/reasons.ts';
import { html, type Html } from '../html.ts';
import { hiddenFields } from './hidden-fields.ts';

/** What may be added to a rating or changed, with what was ticked and typed so far. */
export interface More {
  readonly reasons: readonly Reason[];
  readonly ticked: readonly string[];
  readonly comment: string;
  /** Something has been added before, so this is a change. */
  readonly changes: boolean;
}

/** Reasons to tick and a comment, both optional. `error`: what is wrong with the comment. */
export function moreForm(action: string, { reasons, ticked, comment, changes }: More, error?: string): Html {
  return html`<form method="post" action="${action}" class="card">
    ${hiddenFields()}
    <h2>${changes ? 'แก้ไขหรือบอกเพิ่ม' : 'บอกเพิ่มได้ ถ้าสะดวก'}</h2>
    ${
      reasons.length > 0 &&
      html`<fieldset>
        <legend>เกี่ยวกับเรื่องใด (เลือกได้หลายข้อ)</legend>
        ${ticked.length > 0 && html`<p class="hint">แตะซ้ำเพื่อเอาออก แล้วกดบันทึก</p>`}
        ${reasons.map(
          ({ code, long }) =>
            html`<label class="choice"
              ><input type="checkbox" name="why" value="${code}" ${ticked.includes(code) && html` checked`} /><span
                >${long}</span
              ></label
            >`,
        )}
      </fieldset>`
    }
    ${commentField(comment, error)}
    <p><button>${changes ? 'บันทึก' : 'ส่งเพิ่มเติม'}</button></p>
  </form>`;
}

/** The field for a comment, filled with what was typed. */
export function commentField(comment: string, error?: string): Html {
  const wrong = error !== undefined;
  return html`<label for="comment">ข้อความถึงหน่วยงาน (ไม่บังคับ)</label>
    <p class="hint" id="comment-hint">ไม่เกิน ${MAX_COMMENT.toLocaleString('en')} ตัวอักษร ไม่ต้องใส่ชื่อหรือเบอร์โทร</p>
    ${wrong && html`<p class="error" id="comment-error">${error}</p>`}
    <textarea
      id="comment"
      name="comment"
      rows="5"
      maxlength="${MAX_COMMENT}"
      aria-describedby="comment-hint${wrong && ' comment-error'}"
      ${wrong && html` aria-invalid="true"`}
    >
${comment}</textarea>`;
}
