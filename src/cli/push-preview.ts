import { asSample } from '../chat/as-sample.ts';
import type { LineMessage } from '../line/message.ts';
import { previewAnnouncement } from '../push/announce.ts';
import { SCHEDULED, type Scheduled } from '../push/made-digest.ts';
import { previewDigest, type DigestPreview } from '../push/preview-digest.ts';
import type { PushDesk } from '../push/push-desk.ts';
import { WHY_NOT } from '../push/push-words.ts';
import { isWithin, REACHES, type Reach } from '../push/reach.ts';
import type { Room } from '../push/quota.ts';
import { EXIT, type ExitCode } from './command.ts';
import { fiscalYearArgument, UsageError } from './fiscal-year-argument.ts';

export interface PushPreviewContext {
  readonly desk: PushDesk;
  readonly print: (text: string) => void;
  /** False: no channel is set, so LINE cannot be asked what is left. */
  readonly channel: boolean;
  /** Shows messages as a phone would, at an address for the browser, until the person at the terminal has seen enough. */
  readonly show: (messages: readonly LineMessage[]) => Promise<void>;
}

interface Previewed {
  /** Undefined: there is nothing to show. */
  readonly messages: readonly LineMessage[] | undefined;
  readonly whyNot: DigestPreview['whyNot'];
  readonly audience: string;
  readonly people: number;
  readonly room: Room | undefined;
}

const NO_CHANNEL = 'โควตา: ยังไม่ได้ตั้งค่าช่อง LINE จึงไม่รู้จำนวนที่เหลือ';
const AUDIENCES: { readonly [R in Reach]: string } = {
  managers: 'ผู้บริหาร',
  staff: 'เจ้าหน้าที่ทุกคน',
  everybody: 'รวมประชาชนที่ขอรับ',
};
const KINDS = ['results', ...SCHEDULED] as const;

/** `prongsai push preview KIND`: what would go out now, to how many, and what that leaves. Nothing is sent. Throws UsageError, StoreError. */
export async function pushPreview(
  { desk, print, channel, show }: PushPreviewContext,
  kind: string,
  options: { readonly year?: string },
): Promise<ExitCode> {
  const known = KINDS.find((one) => one === kind);
  if (known === undefined) throw new UsageError(`ชนิดต้องเป็น ${KINDS.join(', ')}`);
  const shown = known === 'results' ? await ofResult(desk, options.year) : await ofDigest(desk, known);
  if (shown === undefined) {
    print('ยังไม่ได้เผยแพร่ผลของปีนั้น');
    return EXIT.failed;
  }
  print(`ผู้รับ: ${shown.audience}`);
  if (shown.people > 0) print(channel ? roomWords(shown.room, shown.people) : NO_CHANNEL);
  if (shown.whyNot !== null) print(WHY_NOT[shown.whyNot]);
  if (shown.messages !== undefined) await show(shown.messages.map(asSample));
  return EXIT.ok;
}

async function ofResult(desk: PushDesk, year: string | undefined): Promise<Previewed | undefined> {
  const fiscalYear = year === undefined ? desk.facts().assessments.at(-1)?.fiscalYear : fiscalYearArgument(year);
  const preview = fiscalYear === undefined ? undefined : await previewAnnouncement(desk, fiscalYear);
  if (preview === undefined) return undefined;
  const { people, announced } = preview;
  const wider = REACHES.filter((reach) => !isWithin(reach, announced.reach));
  return {
    whyNot: null,
    messages: [preview.message as LineMessage],
    audience:
      wider.length === 0 ? 'ประกาศครบแล้ว' : wider.map((reach) => `${AUDIENCES[reach]} ${people[reach]} คน`).join(', '),
    people: people.everybody,
    room: preview.month.usual,
  };
}

async function ofDigest(desk: PushDesk, kind: Scheduled): Promise<Previewed> {
  const { messages, whyNot, people, gone, room } = await previewDigest(desk, kind);
  return {
    whyNot,
    messages: messages === null ? undefined : (JSON.parse(messages) as LineMessage[]),
    audience: `${people} คน${gone === 0 ? '' : ` (อีก ${gone} คนเลิกติดตามบัญชีแล้ว)`}`,
    people,
    room,
  };
}

function roomWords(room: Room | undefined, people: number): string {
  if (room === undefined) return 'โควตา: LINE ไม่บอกจำนวนที่เหลือ หากส่งตอนนี้จะไม่ส่ง';
  if (room.limit === null) return `ใช้ ${people} ข้อความ, โควตาไม่จำกัด`;
  if (room.over) return 'โควตา: LINE แจ้งว่าข้อความของเดือนนี้หมดแล้ว จึงจะไม่ส่งถึงใคร';
  const after = room.left - people;
  const fits = after >= 0 ? `หลังส่งเหลือ ${after}` : 'ไม่พอ จึงจะไม่ส่งถึงใคร';
  return `ใช้ ${people} ข้อความ, ใช้ไปแล้ว ${room.used} จาก ${room.limit}, กันไว้ ${room.reserve}, ส่งได้อีก ${room.left}, ${fits}`;
}
