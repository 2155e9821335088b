import type { AgencyProfile } from '../../agency/profile.ts';
import type { QrCode } from '../../feedback/qr-code.ts';
import { chatUrl } from '../../feedback/links.ts';
import { html, type Html } from '../html.ts';
import { agencyName, page } from '../page.ts';
import { errorSummary } from './error-summary.ts';
import { facesForm } from './faces.ts';
import type { FormMark } from './hidden-fields.ts';
import { officialSurvey } from './official-survey.ts';

const ONE_TAP = 'แตะใบหน้าที่ตรงใจก็เสร็จ ไม่ต้องใส่ชื่อหรือเบอร์โทร';

/** The same words as on the poster. */
export const QUESTIONS = { citizen: 'บริการวันนี้เป็นอย่างไร', staff: 'การทำงานของเราเป็นอย่างไร' } as const;

/** The page behind a code: the place filled in, one question, four faces. `missing`: sent without a face. */
export function questionPage(options: {
  readonly agency: AgencyProfile | undefined;
  readonly code: string;
  readonly qr: Pick<QrCode, 'point' | 'place' | 'audience'>;
  readonly mark: FormMark;
  readonly lineBasicId: string | undefined;
  readonly missing?: boolean;
}): string {
  const { agency, code, qr, mark, lineBasicId } = options;
  const staff = qr.audience === 'staff';
  const body = html`${options.missing && chooseOne()} ${placeOf(qr)}
  ${facesForm({
    action: `/q/${code}`,
    question: QUESTIONS[qr.audience],
    hint: ONE_TAP,
    mark,
  })}
  ${
    lineBasicId !== undefined &&
    html`<p class="links">
      <a class="button second" href="${chatUrl(lineBasicId, code)}" rel="noreferrer">ตอบใน LINE แทน</a>
    </p>`
  }
  ${!staff && officialSurvey(agency)}`;
  return page(agency, qr.point, body, { audience: qr.audience });
}

/** The same question without a code: about the agency as a whole. */
export function generalPage(options: {
  readonly agency: AgencyProfile | undefined;
  readonly mark: FormMark;
  readonly missing?: boolean;
}): string {
  const { agency, mark } = options;
  const body = html`${options.missing && chooseOne()}
  ${facesForm({
    action: '/feedback',
    question: `บริการของ${agencyName(agency)} โดยรวมเป็นอย่างไร`,
    hint: ONE_TAP,
    mark,
  })}
  ${officialSurvey(agency)}`;
  return page(agency, 'ความเห็นทั่วไป', body);
}

/** What the question is about. */
export function placeOf({ point, place, audience }: Pick<QrCode, 'point' | 'place' | 'audience'>): Html {
  return html`<p class="place">
    ${audience === 'staff' ? 'สำหรับเจ้าหน้าที่' : 'จุดบริการ'}:
    <strong>${point}</strong>${place && html`<span>${place}</span>`}
  </p>`;
}

function chooseOne(): Html {
  return errorSummary([{ href: '#faces', text: 'ยังไม่ได้เลือก กรุณาแตะใบหน้าที่ตรงใจ' }]);
}
