import type { LineMessage } from '../../line/message.ts';
import { previewDigest } from '../../push/preview-digest.ts';
import { WHY_NOT } from '../../push/push-words.ts';
import { SCHEDULED } from '../../push/made-digest.ts';
import type { Answer } from '../answer.ts';
import { asSample } from '../as-sample.ts';
import { roomShown } from '../card-data/room.ts';
import { encodePostback } from '../postback.ts';
import { personalReply } from './card-reply.ts';
import { DIGEST_NAMES } from '../../push/digest-names.ts';

/** "ตัวอย่างสรุป": the digest as one recipient would get it now, with how many there are and what it costs. Nothing is sent to others. */
export const pushPreview: Answer<'push_preview'> = ({ kind }, context) => {
  if (!context.user) return personalReply(context, 'only-in-private', {});
  const kinds = SCHEDULED.map((one) => ({
    name: DIGEST_NAMES[one],
    data: encodePostback('push_preview', { kind: one }),
  }));
  if (kind === undefined) return personalReply(context, 'push-preview', { kinds, shown: null });
  return {
    needs: 'store',
    finish: async ({ pushes }) => {
      const { messages, whyNot, people, gone, room } = await previewDigest(pushes, kind);
      const shown = {
        name: DIGEST_NAMES[kind],
        empty: messages === null,
        whyNot: whyNot === null ? null : WHY_NOT[whyNot],
        people,
        gone,
        room: roomShown(room),
      };
      const card = personalReply(context, 'push-preview', { kinds, shown });
      const sample = messages === null ? [] : (JSON.parse(messages) as LineMessage[]);
      return { ...card, messages: [...sample.map(asSample), ...card.messages] };
    },
  };
};
