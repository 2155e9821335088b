const NAMES = [
  'การปฏิบัติหน้าที่',
  'การใช้งบประมาณ',
  'การใช้อำนาจ',
  'การใช้ทรัพย์สินของราชการ',
  'การแก้ไขปัญหาการทุจริต',
  'คุณภาพการดำเนินงาน',
  'ประสิทธิภาพการสื่อสาร',
  'การปรับปรุงระบบการทำงาน',
  'การเปิดเผยข้อมูล',
  'การป้องกันการทุจริต',
] as const;

/** The number of the first indicator whose name was said, or undefined. */
export function indicatorName(concepts: ReadonlySet<string>): number | undefined {
  for (let no = 1; no <= NAMES.length; no++) if (concepts.has(`ind${no}`)) return no;
  return undefined;
}

/** The official name of indicator 1–10; undefined for other numbers. Names are the same in every year with a confirmed list. */
export function nameOfIndicator(no: number): string | undefined {
  return NAMES[no - 1];
}
