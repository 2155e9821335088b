import type { Role } from '../people/role.ts';
import { menuAlias, menuOfRole } from './menu-names.ts';

/**
 * The menu that somebody of a role is to see, by LINE's id. Null: everybody's. Undefined: theirs has not been made yet (or not
 * any more), so what they see is left as it is.
 */
export type Wanted = (role: Role) => string | null | undefined;

/** What is wanted when LINE has these aliases. */
export function wantedMenus(aliases: ReadonlyMap<string, string>): Wanted {
  return (role) => {
    const name = menuOfRole(role);
    return name === undefined ? null : aliases.get(menuAlias(name));
  };
}
