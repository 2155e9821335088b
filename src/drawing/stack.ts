import { fitText, type Fitted, type Room } from './fit-text.ts';
import { svgText } from './svg-text.ts';

/** Of a line, in ems: Thai has marks on two storeys above the letters and one below. */
export const LINE_HEIGHT = 1.38;
/** Where the baseline lies in a line (share of its height), so that letters with few marks look centred. */
const BASELINE = 0.72;

export interface Paragraph extends Room {
  readonly text: string;
  readonly colour: string;
  /** Space above, if it is not the first. */
  readonly gap: number;
}

export interface StackPlace {
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly anchor: 'start' | 'middle';
}

/**
 * Paragraphs below each other in the middle of the height, each as large as its room allows; where they are too high
 * together, all of them are set smaller. Empty ones take no room.
 */
export function stack(paragraphs: readonly Paragraph[], { x, top, height, anchor }: StackPlace): string {
  const set = fitTogether(
    paragraphs.filter(({ text }) => text !== ''),
    height,
  );
  const total = heightOf(set);
  let y = top + (height - total) / 2;
  const drawn: string[] = [];
  for (const [no, { paragraph, fitted }] of set.entries()) {
    const { weight, colour } = paragraph;
    const { size } = fitted;
    if (no > 0) y += paragraph.gap;
    for (const line of fitted.lines) {
      drawn.push(svgText({ x, y: y + size * LINE_HEIGHT * BASELINE, size, weight, colour, anchor }, line));
      y += size * LINE_HEIGHT;
    }
  }
  return drawn.join('\n');
}

interface Set {
  readonly paragraph: Paragraph;
  readonly fitted: Fitted;
}

function fitTogether(paragraphs: readonly Paragraph[], height: number): readonly Set[] {
  const most = Math.max(0, ...paragraphs.map(({ sizes }) => sizes.length - 1));
  for (let skip = 0; ; skip += 1) {
    const set = paragraphs.map((paragraph) => {
      const [last = paragraph.sizes[0]] = paragraph.sizes.slice(-1);
      const [first = last, ...rest] = paragraph.sizes.slice(skip);
      return { paragraph, fitted: fitText(paragraph.text, { ...paragraph, sizes: [first, ...rest] }) };
    });
    if (skip >= most || heightOf(set) <= height) return set;
  }
}

const heightOf = (set: readonly Set[]): number =>
  set.reduce(
    (sum, { paragraph, fitted }, no) =>
      sum + (no === 0 ? 0 : paragraph.gap) + fitted.lines.length * fitted.size * LINE_HEIGHT,
    0,
  );
