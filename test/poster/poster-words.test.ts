import { describe, expect, it } from 'vitest';
import { posterData } from '../../src/poster/poster-data.ts';
import { posterSvg } from '../../src/poster/poster-svg.ts';
import { posterWords } from '../../src/poster/poster-words.ts';
import { longPoster, samplePoster } from './sample-poster.ts';

describe('what a poster says', () => {
  it('names the agency, the point and its place', () => {
    expect(posterWords(samplePoster)).toMatchObject({
      agency: 'องค์การบริหารส่วนตำบลบางครก',
      point: 'งานทะเบียนราษฎร',
      place: 'ชั้น 1 ช่อง 2',
    });
  });

  it('shows the address as people type it, the code in groups', () => {
    const { address, code, url } = posterWords(samplePoster);
    expect(address + code).toBe('bangkhrok.go.th/q/7K9D-M2X4-TQ8');
    expect(url).toBe('https://bangkhrok.go.th/q/7K9DM2X4TQ8');
  });

  it('keeps the scheme of an address that browsers would not try by themselves', () => {
    expect(posterWords({ ...samplePoster, publicUrl: 'http://127.0.0.1:8080' }).address).toBe(
      'http://127.0.0.1:8080/q/',
    );
  });

  it('says that no name is needed, who reads it, and that it is not the official survey', () => {
    expect(posterWords(samplePoster).promises.join('\n')).toMatch(/ไม่ต้องใส่ชื่อ[^]*อบต\.บางครกเป็นผู้อ่าน[^]*ไม่ใช่แบบวัด EIT/);
    expect(posterWords({ ...samplePoster, audience: 'staff' }).promises.join('\n')).toContain('ไม่ใช่แบบวัด IIT');
  });

  it('says until when an answer is taken, in Thai time, if there is an end', () => {
    expect(posterWords(samplePoster).period).toBe('รอบปีงบประมาณ 2569');
    expect(posterWords({ ...samplePoster, endsAt: '2026-09-30T17:00:00.000Z' }).period).toBe(
      'รอบปีงบประมาณ 2569 ตอบได้ถึง 1 ต.ค. 2569',
    );
  });

  it('comes from the record of the code and the agency', () => {
    const { point, place, fiscalYear, audience, endsAt } = samplePoster;
    const qr = {
      point,
      place,
      fiscalYear,
      audience,
      endsAt,
      indicators: [6],
      opensAt: null,
      active: true,
      createdAt: '2026-01-01T00:00:00.000Z',
      scans: 0,
    };
    const agency = { name: samplePoster.agencyName, shortName: samplePoster.agencyShortName };
    expect(posterData(samplePoster.code, qr, agency, samplePoster.publicUrl)).toEqual(samplePoster);
  });
});

describe('the drawing of a poster', () => {
  const texts = (svg: string): string[] =>
    [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((found) => found[1] ?? '');

  it.each([
    ['ordinary', samplePoster],
    ['the longest', longPoster],
  ])('shows every word of %s data, cutting nothing', (_name, data) => {
    const words = posterWords(data);
    const shown = texts(posterSvg(data)).join('').replaceAll(' ', '');
    const expected = [
      words.agency,
      words.question,
      words.purpose,
      words.point,
      words.place,
      ...words.steps,
      words.address,
      words.code,
      ...words.promises,
    ];
    for (const text of expected) expect(shown).toContain(text.replaceAll(' ', ''));
    expect(shown).not.toContain('…');
  });

  it.each([
    ['ordinary', samplePoster],
    ['the longest', longPoster],
  ])('keeps the lines of %s data within the head and clear of each other', (_name, data) => {
    const svg = posterSvg(data);
    const bottom = Number(/fill="#0B6B5E" d="M0 0h2480v(\d+)/.exec(svg)?.[1]);
    const lines = [
      ...svg.matchAll(/<text x="1240" y="(\d+)" [^>]*font-size="(\d+)"[^>]*fill="#(?:FFFFFF|E8F3F1)"/g),
    ].map(([, y, size]) => ({ y: Number(y), size: Number(size) }));
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const [no, { y, size }] of lines.entries()) {
      // Upper marks reach 1.07 em above the baseline, lower ones 0.23 em below it (the font's own figures).
      const above = lines[no - 1];
      expect(y - 1.07 * size).toBeGreaterThanOrEqual(above ? above.y - 0.1 * above.size : 0);
      expect(y + 0.23 * size).toBeLessThanOrEqual(bottom);
    }
  });

  it('lets no name in as markup', () => {
    const svg = posterSvg({
      ...samplePoster,
      point: '<script>alert(1)</script> & "ก"',
      place: '</text><image href="x"/>',
    });
    expect(svg).not.toMatch(/<script|<image/);
    expect(svg).toContain('&lt;script&gt;');
  });
});
