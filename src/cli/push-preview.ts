import { asSample } from '../chat/as-sample.ts';
import type { LineMessage } from '../line/message.ts';
import { previewAnnouncement } from '../push/announce.ts';
import { SCHEDULED, type Scheduled } from '../push/made-digest.ts';
import { previewDigest } from '../push/preview-digest.ts';
import type { PushDesk } from '../push/push-desk.ts';
import type { Room } from '../push/quota.ts';
import { EXIT, type ExitCode } from './command.ts';
import { fiscalYearArgument, UsageError } from './fiscal-year-argument.ts';

export interface PushPreviewContext {
  readonly desk: PushDesk;
  readonly print: (text: string) => void;
  /** Shows messages as a phone would, at an address for the browser, until the person at the terminal has seen enough. */
  readonly show: (messages: readonly LineMessage[]) => Promise<void>;
}

interface Previewed {
  /** Undefined: nothing would be sent. */
  readonly messages: readonly LineMessage[] | undefined;
  readonly audience: string;
  readonly people: number;
  readonly room: Room | undefined;
}

const KINDS = ['results', ...SCHEDULED] as const;

/** `prongsai push preview KIND`: what would go out now, to how many, and what that leaves. Nothing is sent. Throws UsageError, StoreError. */
export async function pushPreview(
  { desk, print, show }: PushPreviewContext,
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
  print(roomWords(shown.room, shown.people));
  if (shown.messages === undefined) print('ขณะนี้ไม่มีเรื่องใหม่ หากถึงกำหนดตอนนี้จะไม่ส่ง');
  else await show(shown.messages.map(asSample));
  return EXIT.ok;
}

async function ofResult(desk: PushDesk, year: string | undefined): Promise<Previewed | undefined> {
  const fiscalYear = year === undefined ? desk.facts().assessments.at(-1)?.fiscalYear : fiscalYearArgument(year);
  const preview = fiscalYear === undefined ? undefined : await previewAnnouncement(desk, fiscalYear);
  if (preview === undefined) return undefined;
  const { managers, staff, everybody } = preview.people;
  return {
    messages: [preview.message as LineMessage],
    audience: `ผู้บริหาร ${managers} คน, เจ้าหน้าที่ทุกคน ${staff} คน, รวมประชาชนที่ขอรับ ${everybody} คน`,
    people: everybody,
    room: preview.month.usual,
  };
}

async function ofDigest(desk: PushDesk, kind: Scheduled): Promise<Previewed> {
  const { messages, people, gone, room } = await previewDigest(desk, kind);
  return {
    messages: messages === null ? undefined : (JSON.parse(messages) as LineMessage[]),
    audience: `${people} คน${gone === 0 ? '' : ` (อีก ${gone} คนเลิกติดตามบัญชีแล้ว)`}`,
    people,
    room,
  };
}

function roomWords(room: Room | undefined, people: number): string {
  if (room === undefined) return 'โควตา: LINE ไม่บอกจำนวนที่เหลือ หากส่งตอนนี้จะไม่ส่ง';
  if (room.limit === null) return `ใช้ ${people} ข้อความ, โควตาไม่จำกัด`;
  const after = room.left - people;
  const fits = after >= 0 ? `หลังส่งเหลือ ${after}` : 'ไม่พอ จึงจะไม่ส่งถึงใคร';
  return `ใช้ ${people} ข้อความ, ใช้ไปแล้ว ${room.used} จาก ${room.limit}, กันไว้ ${room.reserve}, ส่งได้อีก ${room.left}, ${fits}`;
}
