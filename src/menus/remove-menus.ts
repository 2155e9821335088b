import type { Clock } from '../clock.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AtLine } from './at-line.ts';
import { linkStaff, type Linked } from './link-staff.ts';
import { isOurAlias, isOurTitle } from './menu-names.ts';

export interface Removed {
  readonly removed: number;
  readonly staff: Linked;
}

/**
 * Takes all menus of ours away from LINE: people, default, aliases, menus, in this order, so that nothing ever leads nowhere. Other
 * menus are left alone. Broken off, it can be done again. Throws LineCallError, StoreError.
 */
export async function removeMenus(
  line: AtLine,
  { store, clock }: { readonly store: AgencyStore; readonly clock: Clock },
): Promise<Removed> {
  const staff = await linkStaff(store, line, () => null, { clock });
  const ours = (await line((client) => client.list())).filter(({ name }) => isOurTitle(name));
  const byDefault = await line((client) => client.default());
  if (ours.some(({ richMenuId }) => richMenuId === byDefault)) await line((client) => client.clearDefault());
  for (const alias of (await line((client) => client.aliases())).keys())
    if (isOurAlias(alias)) await line((client) => client.deleteAlias(alias));
  for (const { richMenuId } of ours) await line((client) => client.delete(richMenuId));
  return { removed: ours.length, staff };
}
