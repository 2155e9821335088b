import { audit } from '../store/collections.ts';
import type { AgencyStore, Page } from '../store/port.ts';
import type { AuditEntry } from './audit-entry.ts';

export interface AuditQuery {
  /** By one staff member (handle) or by commands; about one thing; not both. Left out: everything. */
  readonly only?: { readonly by: string } | { readonly subject: string } | undefined;
  /** 1–1,000. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

/** What staff changed, the newest first. Rejects with StoreError `invalid` if `after` is not the `next` of such a page. */
export function readAudit(store: AgencyStore, { only, limit, after }: AuditQuery): Promise<Page<AuditEntry>> {
  const equal = equalOf(only);
  return store.query(audit, {
    ...(equal ? { equal } : {}),
    orderBy: { field: 'atMs', direction: 'desc' },
    limit,
    ...(after === undefined ? {} : { after }),
  });
}

function equalOf(only: AuditQuery['only']): Readonly<Record<string, string>> | undefined {
  if (only === undefined) return undefined;
  if ('subject' in only) return { subject: only.subject };
  return only.by === 'command' ? { by: 'command' } : { 'by.handle': only.by };
}
