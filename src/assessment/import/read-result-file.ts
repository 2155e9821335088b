import { BadFile } from '../../json-file/bad-file.ts';
import { readJson } from '../../json-file/read-json.ts';
import { ResultFileSchema, type ResultFile } from './result-file.ts';

/** Text of a result file, checked. Throws BadFile with every problem; a Christian-era year is told as such. */
export function readResultFile(text: string): ResultFile {
  try {
    return readJson(text, ResultFileSchema);
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    throw new BadFile(
      error.problems.map((problem) =>
        problem.path.endsWith('fiscalYear')
          ? { ...problem, fix: 'ใส่ปีงบประมาณเป็น พ.ศ. 4 หลัก เช่น 2565 (ไม่ใช่ ค.ศ. 2022)' }
          : problem,
      ),
    );
  }
}
