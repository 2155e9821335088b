import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CARD_TOOLS } from '../../src/chat/card-tools.ts';
import { loadCards } from '../../src/flex/load-cards.ts';

const DIR = 'flex-templates';
const read = (file: string) => readFileSync(`${DIR}/${file}`, 'utf8');
const theme = JSON.parse(read('theme.json')) as Record<string, string>;

/** Hue in degrees and saturation 0–1 of `#RRGGBB`. */
function hueOf(colour: string): { hue: number; saturation: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const range = max - Math.min(r, g, b);
  if (range === 0) return { hue: 0, saturation: 0 };
  const sector = max === r ? ((g - b) / range) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return { hue: (sector * 60 + 360) % 360, saturation: range / max };
}

/** Contrast of two colours as WCAG 2 counts it: 1–21. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe('the card templates', () => {
  it('all load, with a sample each', () => {
    const cards = loadCards(DIR, CARD_TOOLS);
    const files = readdirSync(DIR).filter((file) => file.endsWith('.json') && file !== 'theme.json');
    expect(files).toHaveLength(2 * cards.names.length);
  });

  it('use colours only by their role', () => {
    const files = [...readdirSync(DIR), ...readdirSync(`${DIR}/parts`).map((file) => `parts/${file}`)];
    const painted = files.filter(
      (file) => file.endsWith('.json') && file !== 'theme.json' && /"#[0-9A-Fa-f]+"/.test(read(file)),
    );
    expect(painted).toEqual([]);
  });

  it('have one accent colour; everything else is grey or a breath of the same hue', () => {
    const { accent = '', ...others } = theme;
    for (const [role, colour] of Object.entries(others)) {
      const { hue, saturation } = hueOf(colour);
      const near = Math.abs(hue - hueOf(accent).hue) <= 40 && saturation <= 0.5;
      expect({ role, calm: saturation < 0.1 || near }).toEqual({ role, calm: true });
    }
  });

  it.each([
    ['ink', 'paper'],
    ['ink', 'tint'],
    ['muted', 'paper'],
    ['accent', 'paper'],
    ['accent', 'tint'],
  ])('can be read: %s on %s has a contrast of at least 4.5', (text, ground) => {
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('use every part that there is', () => {
    const all = [...readdirSync(DIR), ...readdirSync(`${DIR}/parts`).map((file) => `parts/${file}`)]
      .filter((file) => file.endsWith('.json'))
      .map(read)
      .join('\n');
    const unused = readdirSync(`${DIR}/parts`).filter((file) => !all.includes(`"$part": "${file.slice(0, -5)}"`));
    expect(unused).toEqual([]);
  });
});
