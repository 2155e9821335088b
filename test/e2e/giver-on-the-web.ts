import { randomUUID } from 'node:crypto';
import { showFeedbackId } from '../../src/feedback/feedback-id.ts';
import type { Score } from '../../src/feedback/scale.ts';
import { hiddenValues } from '../web/web-harness.ts';
import { whatIsTapped, type Giver } from './giver.ts';
import type { MortalServer } from './mortal-server.ts';
import { PatientBrowser } from './patient-browser.ts';

/** Opens the page, taps a face, is sent on to the page that says thanks. */
export async function answerOnTheWeb(server: MortalServer, code: string, no: number): Promise<Giver> {
  const { first, last, twice } = whatIsTapped(no);
  // Every other browser has a cookie from an answer elsewhere; the others have nothing but the form's own token at first.
  const cookie = no % 2 === 0 ? randomUUID() : undefined;
  const browser = new PatientBrowser(server, `10.1.${no >> 8}.${no & 255}`, cookie && `giver=${cookie}`);
  const references = new Set<string>();
  const answer = async (score: Score): Promise<string> => {
    const marks = hiddenValues(await browser.get(`/q/${code}`));
    const tap = async (): Promise<void> => {
      server.step();
      const { location } = await browser.post(`/q/${code}`, { ...marks, score: String(score) });
      server.step();
      const thanks = await browser.get(location);
      const [id] = /[^/]+$/.exec(location) ?? [''];
      if (thanks.text.includes('ขอบคุณ') && thanks.text.includes(showFeedbackId(id))) references.add(id);
    };
    await Promise.all(twice ? [tap(), tap()] : [tap()]);
    return cookie ?? marks['giver'] ?? '';
  };
  const secret = await answer(first);
  if (last !== first) await answer(last);
  return { references, score: last, secret, again: browser.again };
}
