// Settings of the emulated platform: redelivery, duplicates, quota, starting over.
import { change } from '../api.ts';
import { ask, input } from '../dialog.ts';
import { button, el } from '../element.ts';
import type { Model } from '../model.ts';
import { orToast } from '../toast.ts';

async function reset(): Promise<void> {
  const sure = await ask('ลบแชตและการตั้งค่าทั้งหมดของตัวจำลอง', 'เริ่มใหม่', []);
  if (sure) await orToast(change('/reset'));
}

/** A number that is sent when it was changed. */
function numberSetting(
  label: string,
  key: string,
  attributes: Record<string, string>,
  valueOf: (text: string) => number | null = Number,
): HTMLLabelElement {
  const made = input(label, { type: 'number', ...attributes });
  const box = made.querySelector('input');
  box?.addEventListener('change', () => {
    if (box.checkValidity()) void orToast(change('/settings', { [key]: valueOf(box.value) }));
  });
  return made;
}

function setValue(label: HTMLLabelElement, value: number | null): void {
  const box = label.querySelector('input');
  if (box && box !== document.activeElement) box.value = value === null ? '' : String(value);
}

/** How messages are counted and delivered. Made once; `draw` brings the values up to date. */
export function startSettings(model: Model): { element: HTMLElement; draw: () => void } {
  const used = el('p', { class: 'detail' });
  const meter = el('progress', { 'aria-label': 'โควตาที่ใช้ไป' });
  const limit = numberSetting(
    'โควตาต่อเดือน (ข้อความ ว่างไว้คือไม่จำกัด)',
    'quotaLimit',
    { min: '0', max: '10000000' },
    (text) => (text === '' ? null : Number(text)),
  );
  const duplicates = numberSetting('ส่งซ้ำทุกเหตุการณ์อีก (ครั้ง)', 'duplicates', { min: '0', max: '10', required: '' });
  const redelivery = el('input', { type: 'checkbox' });
  redelivery.addEventListener('change', () => void orToast(change('/settings', { redelivery: redelivery.checked })));
  const draw = (): void => {
    const { quota, settings } = model.state;
    used.textContent = `ใช้ไป ${quota.used} จาก ${quota.limit ?? 'ไม่จำกัด'} ข้อความ (การตอบกลับไม่นับโควตา)`;
    meter.max = Math.max(quota.limit ?? 1, 1);
    meter.value = quota.limit === null ? 0 : quota.used;
    setValue(limit, quota.limit);
    setValue(duplicates, settings.duplicates);
    redelivery.checked = settings.redelivery;
  };
  draw();
  const element = el(
    'div',
    { class: 'panel-form' },
    used,
    meter,
    limit,
    el('label', { class: 'check' }, redelivery, 'ส่งใหม่เมื่อแชตบอตตอบไม่สำเร็จ (redelivery)'),
    duplicates,
    button({ class: 'quiet small' }, () => void reset(), 'เริ่มตัวจำลองใหม่'),
  );
  return { element, draw };
}
