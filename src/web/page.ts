import type { AgencyProfile } from '../agency/profile.ts';
import { html, type Html } from './html.ts';
import { STYLE_ELEMENT } from './style.ts';

/** Short name of the agency, or words that fit before a profile has been loaded. */
export function agencyName(agency: AgencyProfile | undefined): string {
  return agency?.shortName ?? 'หน่วยงานของเรา';
}

/** The official survey each audience might take our question for. */
const SURVEYS = { citizen: 'EIT', staff: 'IIT' } as const;

interface PageOptions {
  readonly audience?: keyof typeof SURVEYS;
  /** On a device at a counter that many people use: larger, and without ways to other pages. */
  readonly kiosk?: boolean;
}

const MORE = html`<footer>
  <nav aria-label="เพิ่มเติม">
    <a href="/privacy">ข้อมูลส่วนบุคคลของท่าน</a>
    <a href="/r">ดูคำตอบด้วยรหัสอ้างอิง</a>
    <a href="/feedback">ให้ความเห็นทั่วไป</a>
  </nav>
</footer>`;

/** A whole page: whose it is and what it is not on top, the privacy notice one tap away at the bottom. */
export function page(
  agency: AgencyProfile | undefined,
  title: string,
  body: Html,
  { audience = 'citizen', kiosk = false }: PageOptions = {},
): string {
  const name = agencyName(agency);
  return html`<!doctype html>
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} – ความเห็นถึง${name}</title>
        ${STYLE_ELEMENT}
      </head>
      <body${kiosk && html` class="kiosk"`}>
        <a class="skip" href="#main">ข้ามไปที่เนื้อหา</a>
        <header>
          <p class="about">ความเห็นถึง${name}</p>
          <p class="not-eit">ไม่ใช่แบบวัด ${SURVEYS[audience]} ของ ป.ป.ช.</p>
        </header>
        <main id="main" tabindex="-1">${body}</main>
        ${!kiosk && MORE}
      </body>
    </html> `.text;
}
