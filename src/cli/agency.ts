import { AgencyProfileSchema, type AgencyProfile } from '../agency/profile.ts';
import { saveProfile } from '../agency/profile-record.ts';
import { readJson } from '../json-file/read-json.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { readInputFile } from './read-input-file.ts';

/** What citizens ask for, in the order in which it is worth filling in. */
const ASKED_FOR: readonly (readonly [
  Exclude<keyof AgencyProfile, 'eitSurveyUrl' | 'retentionDays' | 'divisions' | 'push'>,
  string,
])[] = [
  ['phone', 'เบอร์โทรศัพท์ (phone)'],
  ['address', 'ที่อยู่ (address)'],
  ['hours', 'เวลาทำการ (hours)'],
  ['website', 'เว็บไซต์ (website)'],
  ['email', 'อีเมล (email)'],
  ['complaintChannels', 'ช่องทางร้องเรียน (complaintChannels)'],
  ['privacyContact', 'ผู้ดูแลข้อมูลส่วนบุคคล (privacyContact)'],
];

/** `prongsai agency FILE.json`: replaces the agency's profile and says what is still empty. Throws NoFile, BadFile, StoreError. */
export async function agency({ store, print }: CommandContext, path: string): Promise<ExitCode> {
  const profile = readJson(await readInputFile(path), AgencyProfileSchema);
  await saveProfile(store, profile);
  const empty = ASKED_FOR.filter(([key]) => profile[key] === null || profile[key]?.length === 0);
  print(
    [
      `บันทึกข้อมูลของ${profile.name}แล้ว`,
      ...(empty.length === 0 ? [] : ['ยังไม่มีข้อมูลต่อไปนี้ เพิ่มได้ในไฟล์เดิมแล้วสั่งอีกครั้ง']),
      ...empty.map(([, name]) => `  - ${name}`),
    ].join('\n'),
  );
  return EXIT.ok;
}
