import { GIVER } from '../giver.ts';
import { html, type Html } from '../html.ts';
import { OPENED } from '../opened.ts';

/** A field no person sees: whatever fills it in is a program. Its name is one that browsers do not fill in by themselves. */
export const TRAP = 'leave_empty';

/** What tells a question's form from others: its random name (see `giverOf`), and when it was opened (ms since 1970). */
export interface FormMark {
  readonly token: string;
  readonly openedMs: number;
}

/** What every form carries along: its mark (if it has one), and the trap for programs. */
export function hiddenFields(mark?: FormMark): Html {
  return html`${
      mark !== undefined &&
      html`<input type="hidden" name="${GIVER}" value="${mark.token}" />
        <input type="hidden" name="${OPENED}" value="${mark.openedMs}" />`
    }
    <div class="trap" aria-hidden="true">
      <label for="${TRAP}">ช่องนี้เว้นว่างไว้</label
      ><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" value="" />
    </div>`;
}
