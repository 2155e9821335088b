import { escapeMarkup } from '../escape-markup.ts';
import { readFileSync } from 'node:fs';
import { FAMILY, fontFile, WEIGHTS } from '../drawing/font-file.ts';
import type { PosterData } from './poster-data.ts';
import { posterSvg } from './poster-svg.ts';
import { posterWords } from './poster-words.ts';

/** What the page may load: nothing from anywhere; its style and fonts are in it, and it has no scripts. */
export const POSTER_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Said where the address of the code is this machine's own. */
const NOT_YET = 'ยังไม่ได้ตั้งค่า PUBLIC_URL คิวอาร์โค้ดนี้เปิดได้เฉพาะบนเครื่องนี้ อย่าเพิ่งพิมพ์ไปติด';

/**
 * The poster as a page for printing on A4, whole in itself (230 KB, nearly all of it the fonts, so that it prints alike
 * everywhere). On a screen it also offers the files and says in text what is on the poster. Served at `/qr/CODE/poster`:
 * its links are relative to that. `reachable`: whether the address in the code is one that people can reach.
 */
export function posterPage(data: PosterData, reachable: boolean): string {
  const words = posterWords(data);
  const says = [
    words.agency,
    words.point,
    words.place,
    words.question,
    words.purpose,
    ...words.steps,
    `${words.typeInstead}: ${words.address}${words.code}`,
    ...words.promises,
    words.period,
  ].filter((line) => line !== '');
  const title = escapeMarkup(`โปสเตอร์ ${words.point} ${words.agency}`);
  const code = escapeMarkup(data.code);
  return `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${fontFaces()}${STYLE}</style>
</head>
<body>
<header>
<h1>โปสเตอร์ของ ${escapeMarkup(words.point)}</h1>
${reachable ? '' : `<p class="warning"><strong>${NOT_YET}</strong></p>\n`}<p>พิมพ์หน้านี้บนกระดาษ A4 ที่ขนาด 100% (กด Ctrl+P หรือเลือก “พิมพ์” ในเมนู) แล้วลองสแกนก่อนติด</p>
<ul>
<li><a href="poster.png" download="poster-${code}.png">โปสเตอร์ A4 เป็นภาพ (PNG)</a></li>
<li><a href="../${code}.png" download="qr-${code}.png">เฉพาะคิวอาร์โค้ด (PNG)</a></li>
<li><a href="../${code}.svg" download="qr-${code}.svg">เฉพาะคิวอาร์โค้ด (SVG)</a></li>
</ul>
</header>
<main>
<div class="sheet" role="img" aria-label="ภาพโปสเตอร์ ข้อความทั้งหมดอยู่ด้านล่าง">${posterSvg(data)}</div>
<section aria-labelledby="says">
<h2 id="says">ข้อความบนโปสเตอร์</h2>
${says.map((line) => `<p>${escapeMarkup(line)}</p>`).join('\n')}
</section>
</main>
</body>
</html>
`;
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#eef2f2;color:#1f2a2e;font:1.125rem/1.6 ${FAMILY},sans-serif;overflow-wrap:anywhere}
header,section{max-width:46rem;margin:0 auto;padding:1rem}
h1,h2{line-height:1.35;margin:.5rem 0;font-size:1.5rem}
h2{font-size:1.25rem}
p{margin:.25rem 0}
.warning{padding:.5rem .75rem;border-left:.4rem solid #a3210f;background:#fff}
a{color:#0b6b5e;display:inline-block;padding:.35rem 0}
ul{margin:.5rem 0;padding-left:1.25rem}
.sheet{max-width:46rem;margin:0 auto;padding:0 1rem}
.sheet svg{display:block;width:100%;height:auto;box-shadow:0 1px 8px #0003}
@page{size:A4;margin:0}
@media print{
body{background:none}
header,section{display:none}
.sheet{max-width:none;padding:0}
.sheet svg{width:210mm;height:296.9mm;box-shadow:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

let faces: string | undefined;

function fontFaces(): string {
  faces ??= WEIGHTS.map((weight) => {
    const data = readFileSync(fontFile(weight)).toString('base64');
    return `@font-face{font-family:${FAMILY};font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
  }).join('');
  return faces;
}
