/** Made-up ids in the shape LINE gives them. */
export const USER = `U${'4a'.repeat(16)}`;
export const GROUP = `C${'5b'.repeat(16)}`;
export const ROOM = `R${'6c'.repeat(16)}`;

/** Where an event comes from, in every way LINE describes. */
export const SOURCES = {
  user: { type: 'user', userId: USER },
  anonymous: { type: 'user' },
  group: { type: 'group', groupId: GROUP, userId: USER },
  'anonymous group': { type: 'group', groupId: GROUP },
  room: { type: 'room', roomId: ROOM, userId: USER },
  'anonymous room': { type: 'room', roomId: ROOM },
} as const;

const message = (content: object): object => ({
  message: { id: '468789577898262530', markAsReadToken: 'm', ...content },
});
const line = { type: 'line' };

/** One example of each event type and message type: what stands beside the properties all events have. */
export const SAMPLES: readonly (readonly [name: string, type: string, extra: object])[] = [
  ['text', 'message', message({ type: 'text', text: 'คะแนนรวม', quoteToken: 'q' })],
  ['image', 'message', message({ type: 'image', contentProvider: line, imageSet: { id: 'a', index: 1, total: 2 } })],
  ['video', 'message', message({ type: 'video', duration: 60_000, contentProvider: line, quoteToken: 'q' })],
  ['audio', 'message', message({ type: 'audio', duration: 900, contentProvider: line })],
  ['file', 'message', message({ type: 'file', fileName: 'ผล ITA.pdf', fileSize: 2_138 })],
  ['location', 'message', message({ type: 'location', title: 'ที่ทำการ', latitude: 13.1, longitude: 99.9 })],
  ['sticker', 'message', message({ type: 'sticker', packageId: '446', stickerId: '1988', stickerResourceType: 'NEW' })],
  ['edited text', 'messageEdited', message({ type: 'text', text: 'คะแนนรวม', quoteToken: 'q' })],
  ['unsend', 'unsend', { unsend: { messageId: '468789577898262530' } }],
  ['follow', 'follow', { follow: { isUnblocked: false } }],
  ['follow without its object', 'follow', {}],
  ['unfollow', 'unfollow', {}],
  ['join', 'join', {}],
  ['leave', 'leave', {}],
  ['members joined', 'memberJoined', { joined: { members: [SOURCES.user, SOURCES.anonymous] } }],
  ['members left', 'memberLeft', { left: { members: [SOURCES.user] } }],
  ['postback', 'postback', { postback: { data: 'intent=overall_score', params: { date: '2026-01-01' } } }],
  ['menu switch', 'postback', { postback: { data: 'x', params: { newRichMenuAliasId: 'a', status: 'SUCCESS' } } }],
  ['video watched', 'videoPlayComplete', { videoPlayComplete: { trackingId: 'clip-1' } }],
  ['beacon', 'beacon', { beacon: { hwid: 'd41d8cd98f', type: 'stay', dm: '00' } }],
  ['account linked', 'accountLink', { link: { result: 'ok', nonce: 'n' } }],
  ['membership', 'membership', { membership: { type: 'joined', membershipId: 3_189 } }],
  ['module', 'module', { module: { type: 'attached', botId: USER, scopes: ['message:send'] } }],
  ['activated', 'activated', { chatControl: { expireAt: 1_700_000_060_000 } }],
  ['deactivated', 'deactivated', {}],
  ['bot suspended', 'botSuspended', {}],
  ['bot resumed', 'botResumed', {}],
  ['notification delivered', 'delivery', { delivery: { data: '15034552939884E28681A7D668CEA94C' } }],
  ['a type of the future', 'telepathy', { thought: { depth: 7 } }],
];

/** A whole event. `more` replaces or, with undefined, takes away. */
export function sampleEvent(type: string, extra: object, more: object = {}): Record<string, unknown> {
  return {
    type,
    mode: 'active',
    timestamp: 1_700_000_000_000,
    webhookEventId: '01FZ74A0TDDPYRVKNK77XKC3ZR',
    deliveryContext: { isRedelivery: false },
    source: SOURCES.user,
    replyToken: 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA',
    ...extra,
    ...more,
  };
}
