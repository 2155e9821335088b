// One modal dialog for every question: menus, dates, places, names.
import { button, el } from './element.ts';
import { valuesOf } from './form-values.ts';
import type { Values } from './form-values.ts';

/**
 * Asks something in a dialog with a title.
 * @param fields the form's fields, with names
 * @param accept the label of the confirming button
 * @returns the form's values, or null when it was put away
 */
export function ask(title: string, accept: string, fields: readonly HTMLElement[]): Promise<Values | null> {
  const { promise, resolve } = Promise.withResolvers<Values | null>();
  const form = el('form', { method: 'dialog', class: 'dialog-form' }, ...fields);
  const dialog = open(title, form);
  const cancel = button({ class: 'quiet' }, () => dialog.close(), 'ยกเลิก');
  form.append(el('div', { class: 'dialog-buttons' }, cancel, el('button', { type: 'submit', class: 'main' }, accept)));
  form.addEventListener('submit', () => resolve(valuesOf(form)));
  dialog.addEventListener('close', () => resolve(null));
  return promise;
}

/** Offers things to do; choosing one closes the dialog first. */
export function offer(title: string, choices: readonly { label: string; run: () => void }[]): void {
  const list = el('div', { class: 'dialog-form' });
  const dialog = open(title, list);
  for (const { label, run } of choices) {
    const choose = (): void => {
      dialog.close();
      // At once, and not with the close event: what runs now may open the next dialog.
      dialog.remove();
      run();
    };
    list.append(button({ class: 'quiet' }, choose, label));
  }
  list.append(button({ class: 'quiet' }, () => dialog.close(), 'ปิด'));
}

/** A labelled input for a dialog or the panel. */
export function input(label: string, attributes: Record<string, string>): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), el('input', attributes));
}

/** A labelled choice. `options` are [value, words]. */
export function select(label: string, name: string, options: readonly (readonly [string, string])[]): HTMLLabelElement {
  const made = options.map(([value, words]) => el('option', { value }, words));
  return el('label', { class: 'field' }, el('span', {}, label), el('select', { name }, ...made));
}

function open(title: string, content: HTMLElement): HTMLDialogElement {
  const dialog = el('dialog', { 'aria-label': title }, el('h2', {}, title), content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
