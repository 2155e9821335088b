import { readFileSync } from 'node:fs';
import type { AgencyProfile } from '../../../src/agency/profile.ts';
import { AssessmentSchema, type Assessment, type Item } from '../../../src/assessment/assessment.ts';
import { readResultFile } from '../../../src/assessment/import/read-result-file.ts';
import { resolveResult } from '../../../src/assessment/import/resolve-result.ts';
import type { AnswerContext, Knowledge, Reply } from '../../../src/chat/answer.ts';
import { answerTo } from '../../../src/chat/answers/answers.ts';
import { CARD_TOOLS } from '../../../src/chat/card-tools.ts';
import { createDesk, type Desk } from '../../../src/chat/feedback/desk.ts';
import type { Request } from '../../../src/chat/request.ts';
import { loadCards } from '../../../src/flex/load-cards.ts';
import { MeasureSchema, type Measure } from '../../../src/measures/measure.ts';
import { dayKeysFor } from '../../day-keys-for-tests.ts';
import type { StaffMember } from '../../../src/people/staff-member.ts';
import { staff } from '../../../src/store/collections.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { assessment, item, SEED_SCORES } from '../../assessment/build.ts';

export const CARDS = loadCards('flex-templates', CARD_TOOLS);

const AGENCY: AgencyProfile = {
  name: 'องค์การบริหารส่วนตำบลบางครก',
  shortName: 'อบต.บางครก',
  district: 'บ้านแหลม',
  province: 'เพชรบุรี',
  address: null,
  website: 'https://example.go.th/',
  phone: '032 000 000',
  email: 'office@example.go.th',
  hours: 'วันราชการ 08:30–16:30 น.',
  complaintChannels: [
    { name: 'ศูนย์รับเรื่องร้องเรียน', phone: '032 000 001', url: 'https://example.go.th/ร้องเรียน', note: null },
  ],
  privacyContact: null,
  divisions: [
    { id: 'office', name: 'สำนักปลัด' },
    { id: 'finance', name: 'กองคลัง' },
  ],
};

const EXAMPLE = resolveResult(readResultFile(readFileSync('examples/bang-khrok-2565.json', 'utf8')));

/** The example agency's published result: indicators 1 and 6 corrected, five items named, two of them doubtful. */
export function bangKhrok(more: Partial<Assessment> = {}): Assessment {
  return AssessmentSchema.parse({ ...EXAMPLE.assessment, ...more });
}

export function measure(no: number, more: Partial<Measure> = {}): Measure {
  return MeasureSchema.parse({
    fiscalYear: 2566,
    no,
    title: `มาตรการตัวอย่าง ${no}`,
    steps: ['เพิ่มช่องทางรับฟังความคิดเห็น', 'จัดทำสื่อประชาสัมพันธ์'],
    indicators: [8],
    items: ['E11', 'E12', 'E14'],
    owner: 'ทุกส่วนราชการในสังกัด',
    period: 'ตลอดปีงบประมาณ 2566',
    followUp: 'รายงานผลให้ผู้บริหารทราบ',
    status: 'not-started',
    percent: null,
    progressAt: null,
    promisedIn: 2565,
    ...more,
  });
}

const MEASURES = EXAMPLE.measures.map((draft) => measure(draft.no, draft));

const nextYear = assessment({ fiscalYear: 2566, scores: SEED_SCORES.map((score) => Math.min(100, score + 0.5)) });
const wordsYear = assessment({ fiscalYear: 2567, scores: SEED_SCORES.map((score) => score - 3) });

const LONG = 'ความโปร่งใสของหน่วยงาน'.repeat(14).slice(0, 300);
const CODES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((no) =>
  [no, no + 10, no + 20, no + 30, no + 40].map((n) => `I${n}`),
);

/** As much as the schemas allow, or nearly: `count` items and measures with words of 300 characters. */
export function heavy(count: number, words: string = LONG): Knowledge {
  const items: Item[] = CODES.slice(0, count).map((code, index) =>
    item(code, (index % 10) + 1, index % 2 === 0 ? 60 : null, { advice: words, doubtful: true }),
  );
  const result = bangKhrok({
    items,
    agencyName: words.slice(0, 200),
    source: { title: words.slice(0, 200), url: `https://example.go.th/${'ก'.repeat(400)}` },
    level: { printed: words.slice(0, 40), expected: null },
    findings: Array.from({ length: count }, () => ({
      code: 'conflicting-values',
      about: 'indicator:6',
      says: words,
      where: words.slice(0, 200),
      used: '94.45',
      why: words,
      needsConfirmation: false,
    })),
  });
  const years = Math.max(1, Math.min(12, count));
  const newest = 2568;
  return {
    agency: {
      ...AGENCY,
      name: words.slice(0, 120),
      shortName: words.slice(0, 40),
      address: words,
      hours: words.slice(0, 200),
      privacyContact: words.slice(0, 200),
      website: `https://example.go.th/${'ก'.repeat(900)}`,
      complaintChannels: Array.from({ length: Math.min(6, count) }, () => ({
        name: words.slice(0, 80),
        phone: '032 000 000',
        url: `https://example.go.th/${'a'.repeat(900)}`,
        note: words.slice(0, 200),
      })),
    },
    assessments: Array.from({ length: years }, (_, index) => ({ ...result, fiscalYear: newest - years + 1 + index })),
    measures: Array.from({ length: count }, (_, index) =>
      measure(index + 1, {
        title: words,
        steps: Array.from({ length: 20 }, () => words),
        indicators: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        items: CODES,
        owner: words.slice(0, 200),
        period: words.slice(0, 200),
        followUp: words,
        percent: 40,
        progressAt: '2023-01-05T03:00:00Z',
        status: 'under-way',
        promisedIn: newest,
        fiscalYear: newest + 1,
      }),
    ),
  };
}

export const LONG_WORDS = LONG;

/** The states an agency's data can be in. */
export const STATES: Readonly<Record<string, Knowledge>> = {
  'nothing at all': { agency: undefined, assessments: [], measures: [] },
  'an agency without a result': { agency: AGENCY, assessments: [], measures: [] },
  'one year': { agency: AGENCY, assessments: [bangKhrok()], measures: MEASURES },
  'two years': { agency: AGENCY, assessments: [bangKhrok(), nextYear], measures: MEASURES },
  'three years over a change of framework': {
    agency: AGENCY,
    assessments: [bangKhrok(), nextYear, wordsYear],
    measures: [
      ...MEASURES,
      measure(1, {
        fiscalYear: 2567,
        promisedIn: 2566,
        status: 'under-way',
        percent: 40,
        progressAt: '2024-01-05T03:00:00Z',
      }),
    ],
  },
  'a result without figures': {
    agency: undefined,
    assessments: [assessment({ scores: [], items: [item('I1', 1, null)] })],
    measures: [],
  },
};

export function contextOf(knowledge: Knowledge, more: Partial<AnswerContext> = {}): AnswerContext {
  return {
    knowledge,
    cards: CARDS,
    currentFiscalYear: 2567,
    user: { id: 'Uasker', eventMs: 1000, eventId: 'event', nowMs: 0 },
    ...more,
  };
}

export function replyTo(request: Request, context: AnswerContext): Reply {
  const answer = answerTo(request, context);
  if ('needs' in answer) throw new Error(`${request.intent} looks into the store: use replyWith`);
  return answer;
}

/** The same for every answer, also those that look into the store. */
export async function replyWith(request: Request, context: AnswerContext, desk: Desk): Promise<Reply> {
  const answer = answerTo(request, context);
  return 'needs' in answer ? answer.finish(desk) : answer;
}

/** An admin as the store knows them: `context.user` of whoever may ask for everything. */
export const ADMIN: StaffMember = {
  role: 'admin',
  division: null,
  handle: '7K3M9QXT',
  name: 'ช่อฟ้า',
  joinedAt: '2026-11-22T03:00:00.000Z',
  menu: null,
};

/** A desk at which that LINE user is an admin. */
export async function deskOfAdmin(userId = 'Uasker'): Promise<Desk> {
  const desk = emptyDesk();
  await desk.store.set(staff, userId, ADMIN);
  return desk;
}

/** A desk over an empty store in memory, at the moment of `contextOf`. */
export function emptyDesk(): Desk {
  const store = memoryAgency();
  const clock = (): Date => new Date(1000);
  return createDesk(store, clock, dayKeysFor({ store, clock }), { sealSecret: 'a secret of the servers' });
}
