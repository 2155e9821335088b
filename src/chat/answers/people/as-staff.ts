import { actingStaff } from '../../../people/acting-staff.ts';
import { NEEDED_ROLE } from '../../access.ts';
import type { NeedsStore, User } from '../../answer.ts';
import type { Intent } from '../../request.ts';

/**
 * An answer that shows what only staff may see: names, codes, who changed what. The store is asked whether they still may, because
 * this server may learn of a withdrawn role a moment late.
 */
export function asStaff(user: User, intent: Intent, finish: NeedsStore['finish']): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      await actingStaff(desk.store, user.id, NEEDED_ROLE[intent]);
      return finish(desk);
    },
  };
}
