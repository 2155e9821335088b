import { divisionName } from '../../agency/division.ts';
import { auditSentence } from '../../audit/audit-sentence.ts';
import { readAudit } from '../../audit/read-audit.ts';
import { readStaff } from '../../people/find-staff.ts';
import { showHandle } from '../../people/handle.ts';
import type { Answer, AnswerContext, Reply } from '../answer.ts';
import type { Desk } from '../feedback/desk.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { personalReply } from './card-reply.ts';
import { asStaff } from './people/as-staff.ts';

const ENTRIES_ON_A_CARD = 5;

type Asked = Slots<'audit_log'>;

/** "บันทึกการแก้ไข": what staff changed, the newest first; of one person or about one thing. */
export const auditLog: Answer<'audit_log'> = (slots, context) => {
  if (!context.user) return personalReply(context, 'only-in-private', {});
  return asStaff(context.user, 'audit_log', (desk) => log(slots, context, desk));
};

async function log({ by, subject, after }: Asked, context: AnswerContext, { store }: Desk): Promise<Reply> {
  const only = by !== undefined ? { by } : subject !== undefined ? { subject } : undefined;
  const [{ docs, next }, everybody] = await Promise.all([
    readAudit(store, { only, limit: ENTRIES_ON_A_CARD, after }),
    readStaff(store),
  ]);
  const names = new Map(everybody.map(({ data }) => [data.handle, data.name ?? `เจ้าหน้าที่ ${showHandle(data.handle)}`]));
  return personalReply(context, 'audit-log', {
    only: by !== undefined ? 'person' : subject !== undefined ? 'subject' : null,
    first: after === undefined,
    rows: docs.map(({ data }) => {
      const who = data.by === 'command' ? 'command' : data.by.handle;
      return {
        ...auditSentence(data, {
          nameOf: (handle) => names.get(handle),
          divisionName: (id) => divisionName(context.knowledge.agency, id),
        }),
        by: by === who ? null : encodePostback('audit_log', { by: who }),
        subject: subject === data.subject ? null : encodePostback('audit_log', { subject: data.subject }),
      };
    }),
    more: next === undefined ? null : encodePostback('audit_log', { ...only, after: next }),
    all: only === undefined ? null : encodePostback('audit_log', {}),
  });
}
