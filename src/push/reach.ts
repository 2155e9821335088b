/** How wide something goes that a manager sends; each includes the ones before it. */
export const REACHES = ['managers', 'staff', 'everybody'] as const;
export type Reach = (typeof REACHES)[number];

/** True if whoever `reach` includes is included in `known`, too; undefined: nobody. */
export function isWithin(reach: Reach, known: Reach | undefined): boolean {
  return known !== undefined && REACHES.indexOf(reach) <= REACHES.indexOf(known);
}
