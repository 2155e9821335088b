import { lineIdOf } from './ids.ts';
import type { PersonaState } from './persona.ts';

export interface Personas {
  readonly all: () => readonly PersonaState[];
  readonly get: (id: string) => PersonaState | undefined;
  readonly byLineId: (lineId: string) => PersonaState | undefined;
  /** A new person is not a friend yet; a new group has everybody in it but the account. */
  readonly add: (kind: 'user' | 'group', name: string) => PersonaState;
  readonly reset: () => void;
}

/** Non-friends who wrote within this time can still be reached (7 days, LINE's reference on push messages). */
const REACHABLE_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether a message to this person arrives. LINE answers 200 either way. */
export const isReachable = (persona: PersonaState, now: Date): boolean =>
  !persona.blocked &&
  (persona.friend || (persona.wroteAt !== undefined && now.getTime() - persona.wroteAt <= REACHABLE_MS));

const persona = (id: string, kind: 'user' | 'group', name: string, more: Partial<PersonaState>): PersonaState => ({
  id,
  kind,
  name,
  lineId: lineIdOf(kind === 'user' ? 'U' : 'C', id),
  friend: true,
  note: '',
  blocked: false,
  wroteAt: undefined,
  members: [],
  ...more,
});

const initial = (): PersonaState[] => [
  persona('citizen', 'user', 'ประชาชน', { note: 'ผู้มาใช้บริการ' }),
  persona('staff', 'user', 'เจ้าหน้าที่', { note: 'บุคลากรของหน่วยงาน' }),
  persona('group', 'group', 'กลุ่ม', { note: 'แชตกลุ่ม', members: ['citizen', 'staff'] }),
];

export function createPersonas(): Personas {
  let list = initial();
  let added = 0;
  return {
    all: () => list,
    get: (id) => list.find((it) => it.id === id),
    byLineId: (lineId) => list.find((it) => it.lineId === lineId),
    add: (kind, name) => {
      added += 1;
      const members = kind === 'group' ? list.filter((it) => it.kind === 'user').map((it) => it.id) : [];
      const made = persona(`${kind}-${added}`, kind, name, { friend: false, members });
      list.push(made);
      return made;
    },
    reset: () => {
      list = initial();
      added = 0;
    },
  };
}
