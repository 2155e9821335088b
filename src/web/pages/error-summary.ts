import { html, type Html } from '../html.ts';

/** What has to be mended, each with a link to where. */
export function errorSummary(errors: readonly { readonly href: string; readonly text: string }[]): Html {
  return html`<section class="errors" role="alert" aria-labelledby="errors">
    <h2 id="errors">ยังส่งไม่ได้</h2>
    <ul>
      ${errors.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
    </ul>
  </section>`;
}
