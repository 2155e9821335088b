import { anything } from './by-type.ts';
import { message } from './message.ts';
import { required } from './object.ts';
import { pattern, text } from './text.ts';
import { mediaUrl } from './uri.ts';
import { integer } from './value.ts';

const digits = required(pattern(/^[0-9]{1,20}$/));
const original = required(mediaUrl);
const preview = required(mediaUrl);

export const stickerMessage = message({ packageId: digits, stickerId: digits, quoteToken: anything });

export const imageMessage = message({ originalContentUrl: original, previewImageUrl: preview });

export const videoMessage = message({
  originalContentUrl: original,
  previewImageUrl: preview,
  trackingId: pattern(/^[-a-zA-Z0-9.=,+*()%$&;:@{}!?<>[\]_/]{1,100}$/),
});

/** `duration` in milliseconds. */
export const audioMessage = message({ originalContentUrl: original, duration: required(integer(1)) });

/** A coupon made in the account; the tag is for the statistics. */
export const couponMessage = message({
  couponId: required(text({ max: 100 })),
  deliveryTag: pattern(/^[A-Za-z0-9_]{1,30}$/),
});
