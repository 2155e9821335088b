import { INSTRUMENTS, type Assessment, type Figure, type Finding } from '../assessment/assessment.ts';
import { indicatorOf } from '../assessment/indicators.ts';
import { formatScore } from '../assessment/round.ts';
import { aboutName } from './about-name.ts';

const BASIS: Readonly<Record<Figure['basis'], string>> = {
  printed: '',
  corrected: ' (เอกสารขัดแย้งกัน ดูด้านล่าง)',
  computed: ' (คำนวณจากตัวชี้วัด)',
};
const figureText = (figure: Figure | null): string =>
  figure === null ? 'ไม่มีคะแนน' : `${formatScore(figure.value)}${BASIS[figure.basis]}`;

/** An imported result for the terminal: totals and the ten indicators. */
export function resultText(assessment: Assessment): string {
  return [
    `หน่วยงาน: ${assessment.agencyName}`,
    `ที่มา: ${assessment.source.title}`,
    `คะแนนรวม: ${figureText(assessment.overall)} ระดับ ${assessment.level.printed ?? 'ไม่ระบุ'}`,
    ...INSTRUMENTS.map((name) => `  ${name}: ${figureText(assessment.instruments[name])}`),
    'ตัวชี้วัด:',
    ...assessment.indicators.map(
      ({ no, figure }) => `  ${String(no).padStart(2)}. ${indicatorOf(no)?.name ?? ''}: ${figureText(figure)}`,
    ),
    `ข้อที่รายงานระบุว่าควรพัฒนา: ${weakCodes(assessment) || 'ไม่มี'}`,
  ].join('\n');
}

const weakCodes = ({ items }: Assessment): string =>
  items
    .filter(({ weak }) => weak)
    .map(({ code }) => code)
    .join(', ');

const findingText = ({ about, says, where, used, why }: Finding, index: number): string =>
  [
    `  ${index + 1}) ${aboutName(about)}`,
    `     เอกสาร: ${says}`,
    `     พบที่: ${where}`,
    `     ใช้: ${used}`,
    `     เพราะ: ${why}`,
  ].join('\n');

/** Findings for the terminal: first what a person must look at before publishing. */
export function findingsText(findings: readonly Finding[]): string {
  const groups: [string, readonly Finding[]][] = [
    ['ต้องตรวจก่อนเผยแพร่', findings.filter((finding) => finding.needsConfirmation)],
    ['ควรทราบ', findings.filter((finding) => !finding.needsConfirmation)],
  ];
  return (
    groups
      .filter(([, group]) => group.length > 0)
      .map(([title, group]) => [`${title} ${group.length} เรื่อง`, ...group.map(findingText)].join('\n'))
      .join('\n\n') || 'ไม่พบข้อขัดแย้งในเอกสาร'
  );
}
