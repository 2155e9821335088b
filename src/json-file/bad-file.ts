/** One thing wrong in a file that a person wrote, and what to do about it. */
export interface FileProblem {
  /** Where, as in JavaScript: `indicators[3].readings[0].value`; `(ทั้งไฟล์)` for the file as a whole. */
  readonly path: string;
  /** Thai, with the English term in brackets where a programmer may read it. */
  readonly problem: string;
  readonly fix: string;
}

export const WHOLE_FILE = '(ทั้งไฟล์)';

/** More would not be read; the message says how many there are. */
const SHOWN = 50;

/** A file that cannot be used. The message lists every problem with its place and fix, for an officer to read. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    const lines = problems.slice(0, SHOWN).map(({ path, problem, fix }) => `- ${path}: ${problem}\n  วิธีแก้: ${fix}`);
    const more = problems.length > SHOWN ? [`- และอีก ${problems.length - SHOWN} จุด`] : [];
    super([`ใช้ไฟล์นี้ไม่ได้ พบ ${problems.length} จุดที่ต้องแก้`, ...lines, ...more].join('\n'));
    this.problems = problems;
  }
}
