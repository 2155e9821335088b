import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { auditSentence } from '../audit/audit-sentence.ts';
import { readAudit, type AuditQuery } from '../audit/read-audit.ts';
import { readStaff } from '../people/find-staff.ts';
import { showHandle } from '../people/handle.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { UsageError } from './fiscal-year-argument.ts';
import { handleArgument } from './handle-argument.ts';
import { countArgument } from './people-arguments.ts';

/** Everything as typed. */
export interface AuditListOptions {
  readonly subject?: string;
  readonly by?: string;
  readonly limit?: string;
  readonly after?: string;
}

/** `prongsai audit list`: what staff changed, the newest first. Throws UsageError, StoreError. */
export async function auditList({ store, print }: CommandContext, options: AuditListOptions): Promise<ExitCode> {
  const { docs, next } = await readAudit(store, {
    only: onlyOf(options),
    limit: countArgument('--limit', options.limit ?? '20', 1_000),
    after: options.after,
  });
  const agency = await readProfile(store);
  const names = new Map((await readStaff(store)).map(({ data }) => [data.handle, data.name]));
  if (docs.length === 0) print('ไม่มีการแก้ไขที่ตรงเงื่อนไข');
  for (const { data } of docs) {
    const { when, what } = auditSentence(data, {
      nameOf: (handle) => names.get(handle) ?? undefined,
      divisionName: (id) => divisionName(agency, id),
    });
    const by = data.by === 'command' ? '' : ` | โดย ${showHandle(data.by.handle)}`;
    print(`${when}\n    ${what}\n    เรื่อง ${data.subject}${by}`);
  }
  if (next !== undefined) print(`ยังมีต่อ เติมท้ายคำสั่งเดิมว่า: --after ${next}`);
  return EXIT.ok;
}

function onlyOf({ subject, by }: AuditListOptions): AuditQuery['only'] {
  if (subject !== undefined && by !== undefined) throw new UsageError('ใส่ได้อย่างเดียว: --subject หรือ --by');
  if (by !== undefined) return { by: by === 'command' ? by : handleArgument(by) };
  return subject === undefined ? undefined : { subject: asStored(subject.trim()) };
}

/** Codes and handles are stored without the dashes they are shown with; the id of a measure keeps its own. */
function asStored(subject: string): string {
  return /^(?:[0-9a-z]{4}-)+[0-9a-z]{3,4}$/i.test(subject) ? subject.replaceAll('-', '').toUpperCase() : subject;
}
