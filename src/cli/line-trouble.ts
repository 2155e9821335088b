import type { LineCallError } from '../line/line-call-error.ts';

/** What to do about a call that LINE did not accept, for the person at the terminal. */
export function lineTrouble(error: LineCallError): string {
  return `LINE ไม่รับคำสั่ง (${error.message}) ${adviceFor(error.reason)}`;
}

function adviceFor(reason: LineCallError['reason']): string {
  switch (reason) {
    case 'unauthorized':
      return 'โปรดตรวจ LINE_CHANNEL_ACCESS_TOKEN ใน LINE Developers Console แท็บ Messaging API';
    case 'rate-limit':
      return 'LINE ให้สร้างและลบเมนูได้อย่างละ 100 ครั้งต่อชั่วโมง โปรดรอหนึ่งชั่วโมงแล้วสั่งซ้ำ ระบบจะทำต่อจากที่ค้างไว้';
    case 'bad-request':
      return 'สั่งซ้ำอย่างเดิมจะได้ผลเดิม โปรดแจ้งผู้พัฒนาพร้อมข้อความในวงเล็บ';
    default:
      return 'โปรดตรวจอินเทอร์เน็ตแล้วสั่งซ้ำ ระบบจะทำต่อจากที่ค้างไว้';
  }
}
