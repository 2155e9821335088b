/** What a finding is about (`indicator:6`, `item:I29`, `overall` …) in words for an officer. */
export function aboutName(about: string): string {
  const [kind, name = ''] = about.split(':');
  switch (kind) {
    case 'indicator':
      return `ตัวชี้วัดที่ ${name}`;
    case 'item':
      return `ข้อ ${name}`;
    case 'instrument':
      return `คะแนน ${name}`;
    case 'measure':
      return `มาตรการที่ ${name}`;
    case 'overall':
      return 'คะแนนรวม';
    case 'level':
      return 'ระดับผลการประเมิน';
    case 'agency':
      return 'ชื่อหน่วยงาน';
    case 'text':
      return 'ข้อความในเอกสาร';
    default:
      return about;
  }
}
