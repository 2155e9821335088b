import type { Finding } from '../../assessment.ts';
import { clip, whereText } from '../readings.ts';
import type { ResultFile } from '../result-file.ts';

/** The agency's name comes from its settings; without them, from the first name in the document. */
export function agencyName(
  file: ResultFile,
  configured: string | undefined,
): { readonly name: string; readonly findings: readonly Finding[] } {
  const name = configured ?? file.agency[0]?.name ?? '';
  const others = file.agency.filter((printed) => printed.name !== name);
  if (others.length === 0) return { name, findings: [] };
  const right = file.agency.length - others.length;
  return {
    name,
    findings: [
      {
        code: 'agency-name-conflict',
        about: 'agency',
        says: clip(others.map((printed) => `${printed.name} (${printed.where})`).join(', '), 500),
        where: whereText(others),
        used: name,
        why:
          configured === undefined
            ? `เอกสารใช้ชื่อหน่วยงานไม่ตรงกัน จึงใช้ชื่อที่พบก่อน (${right} แห่ง)`
            : 'ชื่อหน่วยงานยึดตามข้อมูลหน่วยงานที่ตั้งไว้ ไม่ใช่ตามเอกสาร',
        needsConfirmation: true,
      },
    ],
  };
}
