// Tap areas over a picture, for imagemaps and rich menus: real buttons at percentages of the picture.
import { button } from '../element.ts';
import { field, numberAt, textAt } from '../read-json.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['uri', 'เปิดลิงก์'],
  ['message', 'ส่งข้อความ'],
  ['postback', 'เลือก'],
  ['datetimepicker', 'เลือกวันเวลา'],
  ['richmenuswitch', 'เปลี่ยนเมนู'],
  ['clipboard', 'คัดลอก'],
]);

/** What a tap area is called: its label, else what it does. */
export function actionName(action: unknown, number: number): string {
  const label = textAt(action, 'label') ?? textAt(action, 'displayText') ?? textAt(action, 'text');
  return label || `${NAMES.get(textAt(action, 'type') ?? '') ?? 'เลือก'} (ช่อง ${number})`;
}

/** One button over the part `bounds` of a picture of the given size; null for an area that has no size. */
export function tapArea(
  bounds: unknown,
  size: { width: number; height: number },
  name: string,
  onTap: () => void,
): HTMLButtonElement | null {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => numberAt(bounds, key) ?? -1);
  if (x === undefined || y === undefined || x < 0 || y < 0 || !width || width < 0 || !height || height < 0) return null;
  const area = button({ class: 'tap-area', 'aria-label': name, title: name }, onTap);
  area.style.insetInlineStart = `${(100 * x) / size.width}%`;
  area.style.top = `${(100 * y) / size.height}%`;
  area.style.width = `${(100 * Math.min(width, size.width - x)) / size.width}%`;
  area.style.height = `${(100 * Math.min(height, size.height - y)) / size.height}%`;
  return area;
}

/** The size `{width, height}` under `key`, where both are above 0. */
export function sizeAt(json: unknown, key: string): { width: number; height: number } | undefined {
  const width = numberAt(field(json, key), 'width') ?? 0;
  const height = numberAt(field(json, key), 'height') ?? 0;
  return width > 0 && height > 0 ? { width, height } : undefined;
}
