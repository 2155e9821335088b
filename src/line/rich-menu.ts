import type { messagingApi } from '@line/bot-sdk';

/** A rich menu as LINE takes it, all of it. Type only: the SDK is not loaded for it. */
export interface RichMenu extends Required<Omit<messagingApi.RichMenuRequest, 'areas'>> {
  readonly areas: RichMenuArea[];
}

/** A part of the picture and what a tap on it does. */
export type RichMenuArea = Required<messagingApi.RichMenuArea>;
