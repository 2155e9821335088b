/** Groups of weaknesses, most urgent first. Within a group the larger gap (0–100 points) comes first. */
const GROUPS = [
  'under-target',
  'lowest-indicator',
  'named-item',
  'named-item-without-score',
  'instrument',
  'drop',
  'below-overall',
] as const;

/** Larger is more urgent; `gap` is clamped to 0–100, so that groups never mix. */
export function weightOf(group: (typeof GROUPS)[number], gap: number): number {
  return (GROUPS.length - GROUPS.indexOf(group)) * 1000 + Math.min(100, Math.max(0, gap));
}
