import type { Finding } from '../../assessment.ts';
import { clip } from '../readings.ts';
import type { ResultFile } from '../result-file.ts';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s"'<>]{3,}/i;

/** Web addresses in texts that will be shown. Reports are made from templates of other agencies, and their addresses stay in. */
export function checkLinks(file: ResultFile): readonly Finding[] {
  const texts = [
    ...file.items.map(({ code, advice }): [string, string | null] => [`item:${code}`, advice]),
    ...file.measures.map(({ no, title, steps, followUp }): [string, string] => [
      `measure:${no}`,
      [title, ...steps, followUp ?? ''].join(' '),
    ]),
  ];
  return texts.flatMap(([about, text]) => {
    const address = text === null ? undefined : ADDRESS.exec(text)?.[0];
    if (address === undefined) return [];
    return [
      {
        code: 'web-address-in-text',
        about,
        says: clip(address, 500),
        where: 'ไฟล์ผลประเมิน',
        used: 'แสดงเป็นข้อความ ไม่ทำเป็นลิงก์',
        why: 'ที่อยู่เว็บในรายงานอาจเป็นของหน่วยงานอื่น โปรดตรวจ หรือลบออกจากไฟล์',
        needsConfirmation: true,
      },
    ];
  });
}
