// The panel's view of one entry: altText, delivery, raw event, raw message.
import { changeChat } from '../api.ts';
import type { Entry } from '../contract.ts';
import { button, el } from '../element.ts';
import { altText, clockTime, deliveryText, hasFailed, kindOf } from '../entry-text.ts';
import type { Model } from '../model.ts';
import { orToast, toast } from '../toast.ts';
import { showJson } from './show-json.ts';

/** Entries in the panel's list. */
const LISTED = 30;

function line(name: string, value: string, className = ''): HTMLElement {
  return el('p', { class: `detail ${className}` }, el('strong', {}, `${name}: `), value);
}

function raw(title: string, value: unknown): HTMLElement {
  const text = showJson(value);
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => toast('คัดลอกแล้ว'),
      () => toast('เบราว์เซอร์ไม่อนุญาตให้คัดลอก'),
    );
  const head = el('div', { class: 'raw-head' }, el('h4', {}, title), button({ class: 'quiet small' }, copy, 'คัดลอก'));
  return el('div', {}, head, el('pre', { tabindex: '0', 'aria-label': title }, text));
}

function row(model: Model, entry: Entry): HTMLElement {
  const arrow = entry.kind === 'out' ? '▸' : entry.kind === 'in' ? '◂' : '·';
  const how = entry.via ?? (entry.delivery ? (entry.delivery.status ?? 'ไม่ถึง') : '');
  const attributes: Record<string, string> = { class: 'event-row' };
  if (entry === model.shown()) attributes['aria-current'] = 'true';
  if (hasFailed(entry.delivery)) attributes['class'] += ' failure';
  return button(
    attributes,
    () => model.pick(entry.seq),
    `${clockTime(entry.at)} ${arrow} ${kindOf(entry)}`,
    el('span', {}, String(how)),
  );
}

/** Draws the list of the chat's last entries and the details of the one that is shown. */
export function drawEntryDetails(model: Model): HTMLElement[] {
  const entry = model.shown();
  const rows = model.entries().slice(-LISTED).reverse();
  if (!entry) return [el('p', {}, 'ยังไม่มีเหตุการณ์ในแชตนี้')];
  const details = el('div', { class: 'details' });
  const alt = altText(entry);
  if (alt !== undefined) details.append(line('altText', alt));
  else if (entry.notification) details.append(line('ข้อความแจ้งเตือน', entry.notification));
  if (entry.text) details.append(line('ระบบ', entry.text));
  if (entry.via) details.append(line('ส่งด้วย', entry.via));
  if (entry.delivery)
    details.append(line('การส่ง', deliveryText(entry.delivery), hasFailed(entry.delivery) ? 'failure' : ''));
  if (entry.event !== undefined) {
    const again = (): void => void orToast(changeChat(model.chat, 'redeliver', { seq: entry.seq }));
    details.append(button({ class: 'quiet small' }, again, 'ส่งเหตุการณ์นี้อีกครั้ง'), raw('เหตุการณ์ (webhook)', entry.event));
  }
  if (entry.message !== undefined) details.append(raw('ข้อความ (JSON)', entry.message));
  return [el('div', { class: 'event-list' }, ...rows.map((each) => row(model, each))), details];
}
