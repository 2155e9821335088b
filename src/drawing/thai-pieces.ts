/** A stretch of text that is kept together, and how bad it is to break the line after it (0: good, at a space). */
export interface Piece {
  readonly text: string;
  readonly breakAfter: number;
}

const WORDS = new Intl.Segmenter('th', { granularity: 'word' });
/** What follows these up to the next space is a proper name, which no dictionary splits rightly: `ตำบล|บางครก`. */
const BEFORE_A_NAME = /^(ตำบล|อำเภอ|จังหวัด|เทศบาล|นคร|เมือง|บ้าน|โรงเรียน|โรงพยาบาล|วัด|ชุมชน|อบต\.|ทต\.|ทม\.|ทน\.|อบจ\.)/u;
/** Words that lead to the next one and look lost at the end of a line. */
const LEADS_ON = /^(และ|หรือ|ของ|ที่|กับ|ใน|การ|ความ|ผู้|เพื่อ|ให้|ไม่|จะ|ตาม|จาก|โดย)$/u;
/** Never at the start of a line. */
const BELONGS_BEFORE = /^[\p{Pe}\p{Pf}\p{Mn}ๆฯะาำๅ.,:;!?%/-]/u;
/** Never at the end of a line. */
const BELONGS_AFTER = /[\p{Ps}\p{Pi}เแโใไ.]$/u;

const AT_SPACE = 0;
const BETWEEN_WORDS = 1;
const AFTER_LEADING_ON = 3;
const INSIDE_A_NAME = 6;

/** Splits Thai, which writes no spaces between words, into pieces a line may end after; together they are the text. */
export function thaiPieces(text: string): Piece[] {
  const pieces: { text: string; breakAfter: number }[] = [];
  let inName = false;
  for (const { segment } of WORDS.segment(text)) {
    const last = pieces.at(-1);
    if (segment.trim() === '') {
      inName = false;
      if (last) Object.assign(last, { text: last.text + segment, breakAfter: AT_SPACE });
      continue;
    }
    const glued = last !== undefined && (BELONGS_BEFORE.test(segment) || BELONGS_AFTER.test(last.text));
    inName ||= BEFORE_A_NAME.test(segment);
    const breakAfter = inName ? INSIDE_A_NAME : LEADS_ON.test(segment) ? AFTER_LEADING_ON : BETWEEN_WORDS;
    if (glued) Object.assign(last, { text: last.text + segment, breakAfter });
    else pieces.push({ text: segment, breakAfter });
  }
  return pieces;
}
