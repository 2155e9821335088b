// Any LINE message object to DOM. The message is untrusted.
import { drawFlex } from '../bubbles/draw-flex.ts';
import { field, textAt } from '../read-json.ts';
import { drawImagemap } from './imagemap.ts';
import {
  drawAudio,
  drawCoupon,
  drawImageMessage,
  drawLocation,
  drawSticker,
  drawUnknown,
  drawVideoMessage,
} from './media.ts';
import { drawTextMessage } from './message-text.ts';
import { drawTemplate } from './template.ts';

/**
 * Draws one message, as sent by the account or by a person.
 * @param act does what a tapped action says
 */
export function drawMessage(message: unknown, act: (action: unknown) => void): HTMLElement {
  switch (textAt(message, 'type')) {
    case 'text':
    case 'textV2':
      return drawTextMessage(message);
    case 'flex':
      return drawFlex(field(message, 'contents'), textAt(message, 'altText') ?? '', act);
    case 'template':
      return drawTemplate(message, act);
    case 'imagemap':
      return drawImagemap(message, act);
    case 'sticker':
      return drawSticker(message);
    case 'image':
      return drawImageMessage(message);
    case 'video':
      return drawVideoMessage(message);
    case 'audio':
      return drawAudio(message);
    case 'location':
      return drawLocation(message);
    case 'coupon':
      return drawCoupon(message);
    default:
      return drawUnknown(message);
  }
}
