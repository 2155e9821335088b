import { createHash } from 'node:crypto';
import type { Role } from '../people/role.ts';

/** Everything of ours at LINE begins with it; what does not is left alone. */
const OURS = 'prongsai';

/** How menus are called at LINE, `prongsai:staff:3f2a…`: the digest says which edition it is. */
const TITLE = new RegExp(`^${OURS}:([a-z0-9-]+):([0-9a-f]{16})$`);

/**
 * The title of a menu. `content` is everything that makes it what it is, so the same content has the same title on every
 * machine, and a changed menu has another.
 */
export function menuTitle(name: string, content: string): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `${OURS}:${name}:${digest}`;
}

export function isOurTitle(title: string): boolean {
  return TITLE.test(title);
}

/** The name under which other menus switch to a menu, whatever its edition. */
export function menuAlias(name: string): string {
  return `${OURS}-${name}`;
}

export function isOurAlias(alias: string): boolean {
  return alias.startsWith(`${OURS}-`);
}

/** What everybody sees to whom no other menu is linked. */
export const EVERYBODYS = 'citizen';

/** The menu that is linked to somebody of a role; undefined: none, so they see everybody's. */
export function menuOfRole(role: Role): Exclude<Role, 'citizen'> | undefined {
  return role === 'citizen' ? undefined : role;
}
