import type { PictureRef } from '../../measures/pictures/picture.ts';
import type { AnswerContext } from '../answer.ts';

/** A picture on a card. */
export interface PictureShown {
  readonly url: string;
  /** Width to height, as Flex writes it, e.g. `4:3`. */
  readonly ratio: string;
}

/** Height to width: a picture that is taller is cut, so that the words stay on the screen. */
const TALLEST = 1;
const WIDEST = 0.5;

/** Where everybody can see the picture; null if there is none (yet), or LINE could not fetch it because this server has no https address. */
export function pictureShown(
  picture: PictureRef | null | undefined,
  { publicUrl }: Pick<AnswerContext, 'publicUrl'>,
): PictureShown | null {
  if (picture?.state !== 'kept' || publicUrl?.startsWith('https:') !== true) return null;
  const tall = (picture.height ?? 1) / (picture.width ?? 1);
  const shown = Math.min(TALLEST, Math.max(WIDEST, tall));
  return { url: `${publicUrl}/pictures/${picture.id}.jpg`, ratio: `100:${Math.round(shown * 100)}` };
}

const LOST = {
  gone: 'LINE ไม่มีรูปนี้แล้ว',
  'too-big': 'รูปใหญ่เกินไป',
  'not-a-picture': 'เปิดไฟล์รูปไม่ได้',
} as const;

/** What staff are told about the newest picture; null if there is none. */
export function pictureWords(picture: PictureRef | null | undefined): string | null {
  switch (picture?.state) {
    case undefined:
      return null;
    case 'waiting':
      return 'กำลังรับจาก LINE';
    case 'kept':
      return 'มีแล้ว ประชาชนเห็นได้';
    case 'lost':
      return `รับไม่สำเร็จ: ${LOST[picture.lostBecause ?? 'gone']} กรุณาส่งใหม่`;
  }
}
