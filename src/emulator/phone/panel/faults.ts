// Faults of the emulated platform: delays and refusals for the next calls.
import { change } from '../api.ts';
import type { Fault } from '../contract.ts';
import { input, select } from '../dialog.ts';
import { button, el } from '../element.ts';
import { valuesOf } from '../form-values.ts';
import type { Model } from '../model.ts';
import { orToast } from '../toast.ts';

const OPERATIONS = [
  ['*', 'ทุกคำสั่ง'],
  ['reply', 'reply'],
  ['push', 'push'],
  ['multicast', 'multicast'],
  ['broadcast', 'broadcast'],
  ['profile', 'profile'],
  ['loading', 'loading'],
  ['quota', 'quota'],
] as const;

const KINDS = [
  ['delay', 'ตอบช้า'],
  ['500', 'ตอบ 500'],
  ['503', 'ตอบ 503'],
  ['400', 'ตอบ 400'],
  ['rate-limit', 'เรียกถี่เกินไป (429)'],
  ['monthly-limit', 'ครบโควตาเดือน (429)'],
  ['reset-before', 'ตัดสายก่อนทำงาน'],
  ['reset-after', 'ตัดสายหลังทำงาน'],
  ['hang', 'ไม่ตอบเลย'],
  ['hang-after', 'ทำงานแล้วไม่ตอบ'],
] as const;

function words(fault: Fault): string {
  const kind = KINDS.find(([name]) => name === fault.kind)?.[1] ?? fault.kind;
  const delay = fault.delayMs > 0 ? ` · ${fault.delayMs} มิลลิวินาที` : '';
  const operation = OPERATIONS.find(([name]) => name === fault.operation)?.[1] ?? fault.operation;
  return `${operation}: ${kind} · อีก ${fault.times} ครั้ง${delay}`;
}

function addForm(): HTMLFormElement {
  const form = el(
    'form',
    { class: 'panel-form' },
    select('คำสั่ง', 'operation', OPERATIONS),
    select('อาการ', 'kind', KINDS),
    input('จำนวนครั้ง', { name: 'times', type: 'number', min: '1', max: '1000', value: '1', required: '' }),
    input('หน่วง (มิลลิวินาที)', { name: 'delayMs', type: 'number', min: '0', max: '600000', value: '0', required: '' }),
    el('button', { type: 'submit', class: 'main small' }, 'เพิ่มความผิดพลาด'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = valuesOf(form);
    const fault = {
      operation: value('operation'),
      kind: value('kind'),
      times: Number(value('times')),
      delayMs: Number(value('delayMs')),
    };
    void orToast(change('/faults', fault));
  });
  return form;
}

/** The list of faults that are set and the form for another. The form is made once, so that nothing typed is lost. */
export function startFaults(model: Model): { element: HTMLElement; draw: () => void } {
  const list = el('div', { class: 'fault-list' });
  const draw = (): void => {
    const faults = model.state.faults;
    const clear = button({ class: 'quiet small' }, () => void orToast(change('/faults', {}, 'DELETE')), 'ล้างทั้งหมด');
    list.replaceChildren(
      ...faults.map((fault) => el('p', { class: 'detail' }, words(fault))),
      ...(faults.length > 0 ? [clear] : [el('p', { class: 'detail' }, 'ไม่มีความผิดพลาดที่ตั้งไว้')]),
    );
  };
  draw();
  return { element: el('div', {}, list, addForm()), draw };
}
