import { divisionName } from '../../../agency/division.ts';
import { HANDLE_LETTERS } from '../../../people/handle.ts';
import { join, prospectOf, type Joined, type Prospect } from '../../../people/join.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import { lookUpCode, type TriedCode } from '../../../people/try-code.ts';
import type { Answer, AnswerContext, NeedsStore, Reply, User } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import { codeIn } from '../../understand/join-code.ts';
import { personalReply } from '../card-reply.ts';
import { changeBy } from './change-by.ts';
import { staffCard } from './staff-card.ts';

/** How long the chat waits for a code (ms). */
const WAITS_MS = 10 * 60_000;

/** "เข้าร่วม CODE": shows what the invitation is for and the notice; only a tap on the card makes somebody staff. */
export const joinStaff: Answer<'join_staff'> = ({ code: said, act }, context) => {
  const { user, input } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  if (act === 'decline') return { ...personalReply(context, 'join-declined', {}), waitFor: null };
  const code = said ?? (input?.kind === 'words' ? codeIn(input.text) : undefined);
  if (code === undefined) return askForCode(user, context);
  return act === undefined ? look(code, user, context) : confirmed(code, act === 'lower', user, context);
};

function askForCode(user: User, context: AnswerContext): Reply {
  const reply = personalReply(context, 'join-ask', { wrong: context.input !== undefined });
  const request = encodePostback('join_staff', {});
  return { ...reply, waitFor: { for: 'input', request, picture: false, untilMs: user.eventMs + WAITS_MS } };
}

function look(code: string, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, clock }) => {
      const tried = await lookUpCode(store, { userId: user.id, eventId: user.eventId, code, now: clock() });
      if (tried.kind === 'usable') return offer(code, prospectOf(tried.invitation, tried.member), context);
      return tried.kind === 'same' ? staffCard('same', tried.member, context) : refused(tried, context);
    },
  };
}

function confirmed(code: string, lower: boolean, user: User, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const handle = await desk.lettersFor(user, 'handle', HANDLE_LETTERS);
      const joiner = { userId: user.id, eventMs: user.eventMs, handle, lower };
      return outcome(code, await join(desk.store, code, joiner, changeBy(user, context, desk)), context);
    },
  };
}

function outcome(code: string, joined: Joined, context: AnswerContext): Reply {
  switch (joined.kind) {
    case 'joined':
      return staffCard('joined', joined.member, context);
    case 'same':
    case 'lower':
      return offer(code, joined, context);
    case 'last-admin':
      return refusedCard(context, { why: 'last-admin' });
    case 'locked':
    case 'unusable':
      return refused(joined, context);
  }
}

/** The card that asks: role, division, what changes for somebody who is staff already, and the notice. */
function offer(code: string, prospect: Prospect, context: AnswerContext): Reply {
  if (prospect.kind === 'same') return staffCard('same', prospect.member, context);
  const { invitation } = prospect;
  const { agency } = context.knowledge;
  const now = prospect.kind === 'new' ? null : prospect.member;
  return personalReply(context, 'join-confirm', {
    kind: prospect.kind,
    role: ROLE_WORDS[invitation.role],
    division: divisionName(agency, invitation.division),
    roleNow: now && ROLE_WORDS[now.role],
    divisionNow: now && divisionName(agency, now.division),
    yes: encodePostback('join_staff', { code, act: prospect.kind === 'lower' ? 'lower' : 'confirm' }),
    no: encodePostback('join_staff', { act: 'decline' }),
  });
}

function refused(tried: Extract<TriedCode, { kind: 'locked' | 'unusable' }>, context: AnswerContext): Reply {
  return tried.kind === 'locked'
    ? refusedCard(context, { why: 'locked', until: new Date(tried.untilMs).toISOString() })
    : refusedCard(context, { why: 'unusable', triesLeft: tried.triesLeft });
}

/** Says the same of every code that cannot be used, and the same to everybody who is locked out. */
function refusedCard(context: AnswerContext, why: { why: string; until?: string; triesLeft?: number }): Reply {
  return personalReply(context, 'join-refused', {
    until: null,
    triesLeft: null,
    ...why,
    known: context.user?.staff !== undefined,
  });
}
