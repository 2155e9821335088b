import { GIVER } from '../giver.ts';
import { html, type Html } from '../html.ts';

/** A field no person sees: whatever fills it in is a program. Its name is one that browsers do not fill in by themselves. */
export const TRAP = 'leave_empty';

/** What every form carries along: its random name (if it has one), and the trap for programs. */
export function hiddenFields(token?: string): Html {
  return html`${token !== undefined && html`<input type="hidden" name="${GIVER}" value="${token}" />`}
    <div class="trap" aria-hidden="true">
      <label for="${TRAP}">ช่องนี้เว้นว่างไว้</label
      ><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" value="" />
    </div>`;
}
