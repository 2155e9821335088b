// The panel beside the phone: what was really sent, and how the platform is made to behave.
import { byId, el } from '../element.ts';
import type { Model } from '../model.ts';
import { drawEntryDetails } from './entry-details.ts';
import { startFaults } from './faults.ts';
import { startSettings } from './settings.ts';

function section(title: string, content: HTMLElement, open: boolean): HTMLElement {
  return el('details', open ? { open: '' } : {}, el('summary', {}, el('h3', {}, title)), content);
}

/** Keeps the panel in step with the open chat and the emulator's settings. */
export function startPanel(model: Model): void {
  const entries = el('div', { class: 'entry-details' });
  const faults = startFaults(model);
  const settings = startSettings(model);
  byId('panel-body').append(
    section('ข้อมูลดิบ', entries, true),
    section('โควตาและการส่งซ้ำ', settings.element, false),
    section('จำลองความผิดพลาด', faults.element, false),
  );
  const drawEntries = (): void => entries.replaceChildren(...drawEntryDetails(model));
  model.onChange((change) => {
    if (change.what === 'entry' && change.chat === model.chat && change.isNew) model.picked = null;
    if (change.what !== 'entry' || change.chat === model.chat) drawEntries();
    if (change.what === 'everything') {
      faults.draw();
      settings.draw();
    }
  });
  drawEntries();
}
