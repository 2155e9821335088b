import type { World } from '../world/world.ts';
import { ApiError, badRequest, invalidProperty } from './api-error.ts';
import { perSecond } from '../world/rate-limits.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';

const DEFAULT_SECONDS = 20;

function startLoading(world: World, call: Call): void {
  const { chatId, loadingSeconds } = call.json();
  if (chatId === undefined || chatId === null || chatId === '') {
    throw badRequest([{ message: 'May not be empty', property: 'chatId' }]);
  }
  const user = typeof chatId === 'string' ? world.personas.byLineId(chatId) : undefined;
  if (user?.kind !== 'user') throw invalidProperty('chatId');
  const seconds = loadingSeconds ?? DEFAULT_SECONDS;
  if (typeof seconds !== 'number' || seconds % 5 !== 0 || seconds < 5 || seconds > 60) {
    throw badRequest([{ message: 'Must be a multiple of 5 between 5 and 60', property: 'loadingSeconds' }]);
  }
  if (!user.blocked) {
    const text = `กำลังเตรียมคำตอบ (ไม่เกิน ${seconds} วินาที)`;
    world.chats.add(user.id, { kind: 'system', from: world.bot.displayName, text, loadingSeconds: seconds });
  }
}

function markAsRead(world: World, call: Call): void {
  const token = call.json()['markAsReadToken'];
  if (typeof token === 'string' && world.markAsReadTokens.has(token)) return;
  throw new ApiError(400, 'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.');
}

/** The dots that say that an answer is coming, and the read mark. */
export const chatOperations = (world: World): readonly Operation[] => [
  operation(
    'showLoadingAnimation',
    'POST /v2/bot/chat/loading/start',
    (call) => {
      startLoading(world, call);
      return { status: 202, body: {} };
    },
    { alias: 'loading', rate: perSecond(100) },
  ),
  operation('markMessagesAsReadByToken', 'POST /v2/bot/chat/markAsRead', (call) => {
    markAsRead(world, call);
    return ok();
  }),
];
