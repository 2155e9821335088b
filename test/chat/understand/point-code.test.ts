import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pointCode } from '../../../src/chat/understand/point-code.ts';
import { referenceCode } from '../../../src/chat/understand/reference.ts';
import { newCode, showCode } from '../../../src/code.ts';

describe('a text that is the code of a service point', () => {
  it.each([
    ['ประเมิน 7K3M9QXT2BD', '7K3M9QXT2BD'],
    ['ประเมิน7k3m9qxt2bd', '7K3M9QXT2BD'],
    [' ประเมิน : 7K3M-9QXT-2BD ', '7K3M9QXT2BD'],
    ['ประเมิน 7K3M 9QXT 2BD', '7K3M9QXT2BD'],
    ['ประเมิน OK3M-9QXT-2Bl', '0K3M9QXT2B1'],
    ['ประเมิน ๗K๓M-๙QXT-๒BD', '7K3M9QXT2BD'],
    ['ประเมิน ７Ｋ３Ｍ-9QXT-2BD', '7K3M9QXT2BD'],
    ['ประเมิน 7K3M–9QXT–2BD', '7K3M9QXT2BD'],
    ['ประเมิน AAAA-AAAA-AAA', 'AAAAAAAAAAA'],
    ['rate 7k3m-9qxt-2bd', '7K3M9QXT2BD'],
    ['7K3M-9QXT-2BD', '7K3M9QXT2BD'],
  ])('%j is %s', (text, code) => expect(pointCode(text)).toBe(code));

  it.each([
    '7K3M9QXT2BD',
    'ประเมิน ITA 2565 2566',
    'ประเมิน 2565 2566 ITA',
    'ประเมิน 7K3M-9QXT-2BDD',
    'ประเมิน 7K3M-9QXT-2BU',
    'ประเมินความพึงพอใจ',
    'ประเมิน 7K3M-9QXT-2BD แล้วได้อะไร',
    'hello world',
    '032-000-000',
    '',
  ])('%j is none', (text) => expect(pointCode(text)).toBeUndefined());

  it('is found for every code there can be, however it is written', () => {
    for (let i = 0; i < 2_000; i++) {
      const code = newCode((count) => randomBytes(count));
      expect([pointCode(`ประเมิน ${code}`), pointCode(`ประเมิน${showCode(code).toLowerCase()}`)]).toEqual([code, code]);
    }
  });
});

describe('a text that is the reference of an answer', () => {
  it.each([
    ['อ้างอิง YPZ8-36N3-DQKJ-7QTB-1P9W', 'YPZ836N3DQKJ7QTB1P9W'],
    ['รหัสอ้างอิง: ypz836n3dqkj7qtb1p9w', 'YPZ836N3DQKJ7QTB1P9W'],
    ['อ้างอิง YPZ8 36N3 DQKJ 7QTB lP9W', 'YPZ836N3DQKJ7QTB1P9W'],
    ['อ้างอิง YPZ๘-๓๖N๓-DQKJ-๗QTB-๑P๙W', 'YPZ836N3DQKJ7QTB1P9W'],
    ['\u200Bอ้างอิง YPZ8–36N3–DQKJ–7QTB–1P9W\u200B', 'YPZ836N3DQKJ7QTB1P9W'],
    ['YPZ8-36N3-DQKJ-7QTB-1P9W', 'YPZ836N3DQKJ7QTB1P9W'],
  ])('%j is %s', (text, ref) => expect(referenceCode(text)).toBe(ref));

  it.each(['อ้างอิง', 'YPZ836N3DQKJ7QTB1P9W', 'อ้างอิง YPZ8', 'เอกสารอ้างอิงอยู่ที่ไหน', ''])('%j is none', (text) =>
    expect(referenceCode(text)).toBeUndefined(),
  );
});
