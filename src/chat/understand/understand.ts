import type { Intent, Request } from '../request.ts';
import { joinRequest } from './join-code.ts';
import { readMentions, type Mentions } from './mentions.ts';
import { nearestIntents } from './nearest.ts';
import { normalise } from './normalise.ts';
import { pointCode } from './point-code.ts';
import { referenceCode } from './reference.ts';
import { weigh } from './rules.ts';
import { readCorruption } from './safety/corruption.ts';
import { readPrivacy } from './safety/privacy.ts';
import { readUnsubscribe } from './safety/unsubscribe.ts';
import { requestFor } from './slots.ts';
import { isSomethingElse } from './something-else.ts';
import { isStopWord, isWithdrawal } from './stop-word.ts';
import type { Understanding } from './understanding.ts';
import { workPhrase } from './work-phrases.ts';

/** Likeness from which an example decides where no rule does: about one letter in five may be wrong. */
const ALIKE = 0.6;
/** Offered when nothing comes close. */
const USUAL: readonly Intent[] = ['overall_score', 'weakest', 'help'];

/** With one of these in a message that is not understood, reporting is offered first: a way missed is worse than one too many. */
const MAY_TELL_OF_CORRUPTION = [
  ...(['corrupt', 'official', 'baht', 'takes_money', 'demand_money', 'public_property', 'nepotism'] as const),
  ...(['claims', 'forged', 'orders', 'diverts'] as const),
];

/**
 * What somebody wants, from what they typed: offline, deterministic, and about 0.05 ms. `context.today` is the fiscal
 * year (Buddhist era) of today. Reports of corruption, privacy and unsubscribing are looked for first. Slots hold only
 * what was said. Never throws; what is not understood is `not_understood` with the nearest intents.
 */
export function understand(text: string, context: { readonly today: number }): Understanding {
  const whole = readCodes(text) ?? readStopWord(text);
  if (whole) return whole;
  const work = workPhrase(text);
  if (work) return { request: work, reasons: ['phrase of staff'], nearest: [] };
  const mentions = readMentions(normalise(text), context.today);
  const corruption = readCorruption(mentions);
  const safe = readSafety(mentions, corruption);
  if (safe) return { ...safe, nearest: [] };
  const marks: ReadonlySet<string> = corruption.denied
    ? new Set([...mentions.concepts, 'denied_corruption'])
    : mentions.concepts;
  const fitting = weigh(marks).flatMap((rule) => {
    const request = requestFor(rule.intent, mentions);
    return request ? [{ rule, request }] : [];
  });
  const [best] = fitting;
  if (best) {
    const nearest = fitting.slice(1, 4).map(({ rule }) => rule.intent);
    const { weight, intent, when } = best.rule;
    return {
      request: best.request,
      reasons: [`${intent} ${weight}: ${when.map((any) => any.join('|')).join(' & ')}`],
      nearest,
    };
  }
  return byLikeness(mentions);
}

/** A text that is nothing but a code: of a service point, of an invitation, or of an answer given at a point. */
function readCodes(text: string): Understanding | undefined {
  const point = pointCode(text);
  if (point !== undefined)
    return {
      request: { intent: 'give_feedback', slots: { point } },
      reasons: ['code of a service point'],
      nearest: [],
    };
  const join = joinRequest(text);
  if (join) return { request: join, reasons: ['code of an invitation'], nearest: [] };
  const ref = referenceCode(text);
  if (ref === undefined) return undefined;
  return { request: { intent: 'feedback_reply', slots: { ref } }, reasons: ['reference of an answer'], nearest: [] };
}

/** "ยกเลิก" or "ยกเลิกคำตอบ" and no more: words of buttons. Of what else might be stopped, news for one, they say nothing. */
function readStopWord(text: string): Understanding | undefined {
  const act = isWithdrawal(text) ? 'stop' : isStopWord(text) ? 'nothing' : undefined;
  return act && { request: { intent: 'give_feedback', slots: { act } }, reasons: ['only: cancel'], nearest: [] };
}

function readSafety(
  mentions: Mentions,
  corruption: ReturnType<typeof readCorruption>,
): { request: Request; reasons: string[] } | undefined {
  if (corruption.why !== undefined) {
    const slots = corruption.anonymous ? { anonymous: true } : {};
    return { request: { intent: 'report_corruption', slots }, reasons: [`safety: ${corruption.why}`] };
  }
  const privacy = readPrivacy(mentions);
  if (privacy) {
    const slots = privacy.action ? { action: privacy.action } : {};
    return { request: { intent: 'privacy', slots }, reasons: [`safety: ${privacy.why}`] };
  }
  const stop = readUnsubscribe(mentions);
  return stop && { request: { intent: 'unsubscribe', slots: stop.slots }, reasons: [`safety: ${stop.why}`] };
}

function byLikeness(mentions: Mentions): Understanding {
  const near = nearestIntents(mentions.text);
  const [first] = near;
  if (first && first.likeness >= ALIKE) {
    const request = requestFor(first.intent, mentions);
    const nearest = near.slice(1, 4).map(({ intent }) => intent);
    if (request)
      return { request, reasons: [`like an example of ${first.intent}: ${first.likeness.toFixed(2)}`], nearest };
  }
  if (isSomethingElse(mentions, first?.likeness ?? 0)) {
    const nearest = near.slice(0, 3).map(({ intent }) => intent);
    return { request: { intent: 'off_topic', slots: {} }, reasons: ['a sentence about something else'], nearest };
  }
  const told: readonly Intent[] = MAY_TELL_OF_CORRUPTION.some((concept) => mentions.concepts.has(concept))
    ? ['report_corruption']
    : [];
  const nearest = [...new Set([...told, ...near.map(({ intent }) => intent), ...USUAL])].slice(0, 3);
  return { request: { intent: 'not_understood', slots: { nearest } }, reasons: ['no rule fits'], nearest };
}
