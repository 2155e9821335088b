/** To whom something is sent, in words: by role, or (`all`) to those a digest is made for. */
export const REACH_WORDS = {
  managers: 'เฉพาะผู้บริหาร',
  staff: 'เจ้าหน้าที่ทุกคน',
  everybody: 'เจ้าหน้าที่และประชาชนที่ขอรับ',
  all: 'ผู้รับตามกำหนดทุกคน',
} as const;
