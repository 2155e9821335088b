import { divisionName } from '../../../agency/division.ts';
import { showCode } from '../../../code.ts';
import { invitationState } from '../../../people/invitation-state.ts';
import type { Invitation } from '../../../people/invitation.ts';
import { joinUrl, joinWords } from '../../../people/join-words.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import type { Doc } from '../../../store/port.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';
import { encodePostback } from '../../postback.ts';
import { personalReply } from '../card-reply.ts';

/** Longest link LINE takes in a button (UTF-16 units). */
const LONGEST_URI = 1_000;

/**
 * An invitation with its code, for the admin to hand on. There is no picture of its QR code here: pictures in LINE come from web
 * addresses, which stand in the logs of everything on the way, and whoever has the code can become staff.
 */
export function invitationCard(
  why: 'made' | 'shown',
  { id: code, data }: Doc<Invitation>,
  context: AnswerContext,
  { clock, lineBasicId }: Desk,
): Reply {
  const { agency } = context.knowledge;
  const words = joinWords(code);
  const url = lineBasicId === undefined ? null : joinUrl(lineBasicId, code);
  return personalReply(context, 'invitation', {
    why,
    state: invitationState(data, clock()),
    code: showCode(code),
    words,
    role: ROLE_WORDS[data.role],
    division: divisionName(agency, data.division),
    uses: data.uses,
    usesLeft: data.usesLeft,
    expiresAt: data.expiresAt,
    share: url === null ? null : shareUrl(agency?.shortName, url),
    copy: `เชิญร่วมเป็นเจ้าหน้าที่ใน LINE ของ${agency?.shortName ?? 'หน่วยงาน'} ${url === null ? `พิมพ์ในแชตว่า ${words}` : `แตะ ${url} แล้วกดส่ง`}`,
    cancel: encodePostback('invite_staff', { act: 'cancel', ref: data.ref }),
    list: encodePostback('invite_staff', { act: 'list' }),
    again: encodePostback('invite_staff', {}),
  });
}

/** Opens LINE's list of friends and groups to send the invitation to; a name that makes the link too long is left out. */
function shareUrl(name: string | undefined, url: string): string {
  const share = (agency: string): string =>
    `https://line.me/R/share?text=${encodeURIComponent(`เชิญร่วมเป็นเจ้าหน้าที่${agency} แตะลิงก์แล้วกดส่ง\n${url}`)}`;
  const named = share(name === undefined ? '' : `ของ${name}`);
  return named.length <= LONGEST_URI ? named : share('');
}
