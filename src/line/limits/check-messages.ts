import type { Problem } from '../problem.ts';
import { byType } from './by-type.ts';
import { isDeeperThan } from './depth.ts';
import { flexMessage } from './flex-message.ts';
import { imagemapMessage } from './imagemap-message.ts';
import { locationMessage } from './location-message.ts';
import { audioMessage, couponMessage, imageMessage, stickerMessage, videoMessage } from './media-messages.ts';
import { place } from './place.ts';
import { templateMessage } from './template-message.ts';
import { textMessage } from './text-message.ts';
import { textV2Message } from './text-v2-message.ts';
import { bodyWords } from './words.ts';

const anyMessage = byType({
  text: textMessage,
  textV2: textV2Message,
  sticker: stickerMessage,
  image: imageMessage,
  video: videoMessage,
  audio: audioMessage,
  location: locationMessage,
  imagemap: imagemapMessage,
  template: templateMessage,
  flex: flexMessage,
  coupon: couponMessage,
});

/** LINE takes at most five messages in one call. */
const MOST_MESSAGES = 5;

/** Levels of JSON. Not LINE's number: no real card comes near it, and a body beyond it could exhaust the stack. */
const DEEPEST = 400;

/**
 * Everything LINE would refuse in the `messages` of a reply, push, multicast or broadcast, in its words; an empty list
 * if it would take them. What only LINE can know (does the sticker exist, is the picture small enough) is not checked.
 * Never throws for anything that came from JSON.
 */
export function checkMessages(messages: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  if (messages === undefined || messages === null) {
    return [{ message: bodyWords.missing, property: 'messages', index: 0 }];
  }
  if (!Array.isArray(messages)) {
    return [{ message: bodyWords.wrong('messages'), property: 'messages', index: 0 }];
  }
  if (messages.length < 1 || messages.length > MOST_MESSAGES) {
    problems.push({ message: bodyWords.size(1, MOST_MESSAGES), property: 'messages', index: 0 });
  }
  for (const [index, message] of messages.slice(0, MOST_MESSAGES).entries()) {
    const report = (text: string, property: string) => problems.push({ message: text, property, index });
    if (isDeeperThan(message, DEEPEST)) report(`nested deeper than ${DEEPEST} levels`, `messages[${index}]`);
    else anyMessage(message, place(`messages[${index}]`, bodyWords, report));
  }
  return problems;
}
