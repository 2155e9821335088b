// What the emulator's phone API answers (`GET /phone/api/state`, `GET /phone/api/events`). Types only.

export interface Persona {
  id: string;
  kind: 'user' | 'group';
  name: string;
  lineId: string;
  /** A user: follows the account. A group: the account is a member. */
  friend: boolean;
  note: string;
}

export interface Delivery {
  /** HTTP status of the webhook call; null when no answer came. */
  status: number | null;
  ms: number;
  attempts: number;
  error?: string;
}

export interface Entry {
  seq: number;
  at: string;
  /** Seen from the phone: `out` was sent by a person, `in` came from the account. */
  kind: 'out' | 'in' | 'system';
  from: string;
  /** A LINE message object. Untrusted: read it through read-json.ts only. */
  message?: unknown;
  event?: unknown;
  text?: string;
  notification?: string;
  via?: 'reply' | 'push' | 'multicast' | 'broadcast';
  delivery?: Delivery;
  messageId?: string;
  /** The loading indicator was started for so many seconds. */
  loadingSeconds?: number;
}

export interface RichMenuView {
  richMenuId: string;
  name: string;
  chatBarText: string;
  size: { width: number; height: number };
  areas: { bounds: { x: number; y: number; width: number; height: number }; action: unknown }[];
  imageUrl: string;
  selected: boolean;
}

export interface Fault {
  operation: string;
  kind: string;
  times: number;
  delayMs: number;
}

export interface PhoneState {
  bot: { displayName: string; basicId: string; pictureUrl?: string };
  personas: Persona[];
  chats: Record<string, Entry[]>;
  richMenus: Record<string, RichMenuView | null>;
  quota: { limit: number | null; used: number };
  faults: Fault[];
  settings: { redelivery: boolean; duplicates: number };
}

export type LiveEvent =
  { type: 'entry'; chat: string; entry: Entry } | { type: 'update'; chat: string; entry: Entry } | { type: 'state' };
