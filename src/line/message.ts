import type { messagingApi } from '@line/bot-sdk';

/** A message as LINE's Messaging API takes it (text, flex, …). Type only: the SDK is not loaded for it. */
export type LineMessage = messagingApi.Message;
