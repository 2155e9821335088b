// The open chat, from the first entry to the last.
import type { Entry } from './contract.ts';
import { byId, el } from './element.ts';
import { day } from './entry-text.ts';
import type { EntryHands } from './entry-view.ts';
import { drawEntry } from './entry-view.ts';
import { drawHints } from './hints.ts';
import { drawDots, loadingLeft } from './loading-dots.ts';
import type { Model } from './model.ts';

/** Most entries drawn at once; older ones stay in the emulator. */
const MOST = 200;
/** Pixels from the end that still count as being there. */
const AT_END = 40;

export interface ChatLogHands extends EntryHands {
  say: (text: string) => void;
}

/** Keeps the log in step with the open chat and scrolled to its end. */
export function startChatLog(model: Model, hands: ChatLogHands): void {
  const log = byId('log');
  const dots = drawDots();
  let timer = 0;
  let lastDay = '';

  const add = (entry: Entry): void => {
    const drawn = drawEntry(model, entry, hands);
    const today = day(entry.at);
    if (today !== lastDay && drawn.childElementCount > 0) {
      lastDay = today;
      log.append(el('p', { class: 'day' }, today));
    }
    log.append(drawn);
  };
  const dotsAgain = (): void => {
    clearTimeout(timer);
    const left = loadingLeft(model.entries(), Date.now());
    dots.remove();
    if (left === 0) return;
    log.append(dots);
    timer = setTimeout(dotsAgain, left);
  };
  const toEnd = (): void => {
    log.scrollTop = log.scrollHeight;
  };
  const drawAll = (): void => {
    lastDay = '';
    log.replaceChildren();
    const entries = model.entries();
    if (!entries.some((entry) => entry.message !== undefined)) log.append(drawHints(hands.say));
    for (const entry of entries.slice(-MOST)) add(entry);
    dotsAgain();
    toEnd();
  };
  model.onChange((change) => {
    if (change.what === 'everything') drawAll();
    if (change.what !== 'entry' || change.chat !== model.chat) return;
    const known = log.querySelector(`[data-seq="${change.entry.seq}"]`);
    if (known) known.replaceWith(drawEntry(model, change.entry, hands));
    else {
      if (change.entry.message !== undefined) log.querySelector('.hints')?.remove();
      add(change.entry);
    }
    dotsAgain();
    if (known) return;
    toEnd();
    // Once more when the quick replies have come or gone too: question and answer within one frame leave no trace for the observer.
    queueMicrotask(toEnd);
  });
  // Pictures and the keyboard change the height after the fact: stay at the end if that is where we were.
  let atEnd = true;
  let height = log.clientHeight;
  log.addEventListener('scroll', () => {
    // A scroll event that comes with a change of height says nothing about where the person was.
    if (log.clientHeight === height) atEnd = log.scrollHeight - log.scrollTop - height < AT_END;
  });
  new ResizeObserver(() => {
    height = log.clientHeight;
    if (atEnd) toEnd();
  }).observe(log);
  drawAll();
}
