// The line to type in, the things to attach, and in a group who is speaking.
import { button, byId, el } from './element.ts';
import { icon } from './icon.ts';
import type { Model } from './model.ts';
import { orToast } from './toast.ts';

/** A sticker of LINE's public list, and a voice message of 3 seconds. */
const STICKER = { packageId: '446', stickerId: '1988' };
const VOICE = { duration: 3000 };

export interface Composer {
  /** Id of the persona that speaks in a group. */
  speaker: () => string | undefined;
  openKeyboard: (text: string) => void;
}

export interface Sending {
  send: (what: string, body?: object) => Promise<void>;
  sendPlace: () => Promise<void>;
}

function attachButtons(sending: Sending): HTMLElement[] {
  const things = [
    ['sticker', 'สติกเกอร์', () => sending.send('sticker', STICKER)],
    ['image', 'รูปภาพ', () => sending.send('image')],
    ['location', 'ตำแหน่งที่ตั้ง', () => sending.sendPlace()],
    ['voice', 'เสียง', () => sending.send('audio', VOICE)],
  ] as const;
  return things.map(([name, label, run]) => button({ class: 'attach' }, () => void orToast(run()), icon(name), label));
}

/** Starts the composer of the phone. */
export function startComposer(model: Model, sending: Sending): Composer {
  const form = byId('composer') as HTMLFormElement;
  const box = byId('text') as HTMLTextAreaElement;
  const attachments = byId('attachments');
  const speaker = byId('speaker') as HTMLSelectElement;
  const opener = button(
    { class: 'round', 'aria-label': 'แนบสิ่งอื่น', 'aria-expanded': 'false', 'aria-controls': 'attachments' },
    () => {
      attachments.hidden = !attachments.hidden;
      opener.setAttribute('aria-expanded', String(!attachments.hidden));
    },
    icon('plus'),
  );
  form.prepend(opener);
  form.append(el('button', { type: 'submit', class: 'round send', 'aria-label': 'ส่งข้อความ' }, icon('send')));
  attachments.append(...attachButtons(sending));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    void orToast(sending.send('text', { text })).then((sent) => {
      if (!sent && box.value === '') box.value = text;
    });
  });
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter chooses a word; some browsers report that only as key code 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });

  const drawSpeakers = (): void => {
    const isGroup = model.persona()?.kind === 'group';
    speaker.hidden = !isGroup;
    const people = model.state.personas.filter((persona) => persona.kind === 'user');
    const before = speaker.value;
    speaker.replaceChildren(...people.map(({ id, name }) => el('option', { value: id }, `พูดในนาม ${name}`)));
    if (people.some(({ id }) => id === before)) speaker.value = before;
  };
  model.onChange((change) => {
    if (change.what === 'everything') drawSpeakers();
  });
  drawSpeakers();
  return {
    speaker: () => (speaker.hidden ? undefined : speaker.value || undefined),
    openKeyboard(text) {
      box.value = text;
      box.focus();
    },
  };
}
