/** Somebody who chats with the bot: a person, or a group of persons. */
export interface Persona {
  readonly id: string;
  readonly kind: 'user' | 'group';
  readonly name: string;
  /** `U…` or `C…`, as the bot sees it. */
  readonly lineId: string;
  /** A person: follows the account. A group: the account is a member. */
  readonly friend: boolean;
  readonly note: string;
}

/** What the platform remembers of a persona beyond what it shows. */
export interface PersonaState extends Persona {
  friend: boolean;
  /** Unfollowed: on LINE that is the same as blocked. */
  blocked: boolean;
  /** When this person last wrote to the account in 1:1, in ms. */
  wroteAt: number | undefined;
  /** Ids of the personas in a group. */
  members: string[];
}

export const showPersona = ({ id, kind, name, lineId, friend, note }: PersonaState): Persona => ({
  id,
  kind,
  name,
  lineId,
  friend,
  note,
});
