import type { Answer } from '../answer.ts';
import { linkable } from '../../linkable.ts';
import { cardReply } from './card-reply.ts';

/** "แจ้งเบาะแสทุจริต": the proper channels; no details are asked for, and no protection is promised. */
export const reportCorruption: Answer<'report_corruption'> = ({ anonymous }, context) =>
  cardReply(context, 'corruption-channels', {
    anonymous: anonymous === true,
    channels: (context.knowledge.agency?.complaintChannels ?? []).map((channel) => ({
      ...channel,
      url: linkable(channel.url),
    })),
  });
