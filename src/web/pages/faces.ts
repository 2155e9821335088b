import { SCALE } from '../../feedback/scale.ts';
import { face } from '../face.ts';
import { html, type Html } from '../html.ts';
import { phrases } from '../phrases.ts';
import { hiddenFields, type FormMark } from './hidden-fields.ts';

/**
 * The question and its four answers: each face is a button that sends the form, so one tap is all it takes. `action`: where
 * it goes.
 */
export function facesForm(options: { action: string; question: string; hint: string; mark: FormMark }): Html {
  const buttons = SCALE.map(
    ({ score, name }) =>
      html`<button class="s${score}" name="score" value="${score}">${face(score)}<span>${name}</span></button>`,
  );
  return html`<form method="post" action="${options.action}" class="card">
    ${hiddenFields(options.mark)}
    <fieldset id="faces" tabindex="-1" aria-describedby="faces-hint">
      <legend><h1>${phrases(options.question)}</h1></legend>
      <p class="hint" id="faces-hint">${phrases(options.hint)}</p>
      <div class="faces">${buttons}</div>
    </fieldset>
  </form>`;
}
