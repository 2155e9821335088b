// JSON as text for the panel, bounded.

/** Most characters shown; a message or event of LINE is far smaller. */
const LONGEST = 60_000;

/** Indented JSON; says so when it is too long or cannot be written (nested too deep). */
export function showJson(value: unknown): string {
  try {
    const text = JSON.stringify(value, null, 2) ?? '';
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}\n… (ตัดไว้ที่ ${LONGEST} ตัวอักษร)` : text;
  } catch {
    return '(แสดงไม่ได้: ข้อมูลซ้อนกันลึกเกินไป)';
  }
}
