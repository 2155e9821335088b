const FIXED: Readonly<Record<string, string>> = {
  sticker: 'ส่งสติกเกอร์',
  image: 'ส่งรูปภาพ',
  video: 'ส่งวิดีโอ',
  audio: 'ส่งข้อความเสียง',
  location: 'ส่งตำแหน่งที่ตั้ง',
  coupon: 'ส่งคูปอง',
};

/** What a phone shows of a message without opening the chat: its text, or the altText of a picture-like message. */
export function notificationOf(message: Readonly<Record<string, unknown>>): string {
  const { type, text, altText } = message;
  if (typeof text === 'string') return text;
  if (typeof altText === 'string') return altText;
  return FIXED[String(type)] ?? '';
}
