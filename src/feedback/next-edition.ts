import type { Dimension, Editions, Group } from './editions.ts';

/** Fewer people than this could be recognised. */
export const SMALLEST_GROUP = 5;

/** Answers per step of one group, as they are now. */
export interface Live {
  readonly dimension: Dimension;
  /** Unique within its dimension. */
  readonly name: string;
  readonly counts: readonly number[];
}

type Counts = readonly number[];

/** Their groups share no answer and together (with those nobody sees) make up the whole. */
const PARTITIONS: readonly Dimension[] = ['channel', 'point', 'week'];

/**
 * What may be shown after `before`, given what is counted now. Groups come in order of importance: an earlier one is
 * shown rather than a later one. Whatever is published, at any moment:
 *
 * - no group has fewer than five answers;
 * - no two published figures, of whichever groups and moments, differ by a group of one to four answers: of two where
 *   one may lie within the other, the later is held back; a figure moves on only when at least five answers (and 5 %,
 *   so that few moves are ever needed) have come;
 * - what the shown parts of a whole leave over is nobody or at least five.
 */
export function nextEdition(before: Editions | undefined, live: readonly Live[], now: Date): Editions {
  const at = now.toISOString();
  const groups = new Map<string, Group>((before?.groups ?? []).map((group) => [keyOf(group), group]));
  const moved = new Set<string>();
  for (const { dimension, name, counts } of live) {
    const key = keyOf({ dimension, name });
    const known = groups.get(key) ?? { dimension, name, history: [], held: 'few' };
    if (mayMove(known, counts, groups)) {
      groups.set(key, { ...known, history: [...known.history, { at, counts: [...counts] }], held: null });
      moved.add(key);
    } else {
      const held = sum(counts) < SMALLEST_GROUP ? 'few' : 'close';
      groups.set(key, known.history.length > 0 ? known : { ...known, held });
    }
  }
  // Taking a move back may unsettle another partition; every round takes at least one back, so this ends.
  while (PARTITIONS.some((dimension) => holdBack(groups, moved, dimension)));
  return { asOf: at, groups: [...groups.values()] };
}

/** The last published counts; undefined if there are none. */
export function published({ history }: Group): Counts | undefined {
  return history.at(-1)?.counts;
}

function mayMove(group: Group, counts: Counts, groups: ReadonlyMap<string, Group>): boolean {
  if (sum(counts) < SMALLEST_GROUP) return false;
  const last = published(group);
  if (last !== undefined && sum(counts) - sum(last) < stepFrom(sum(last))) return false;
  return [...groups.values()].every(
    (other) =>
      keyOf(other) === keyOf(group) ||
      (other.dimension === group.dimension && PARTITIONS.includes(group.dimension)) ||
      other.history.every((entry) => !tooClose(counts, entry.counts) && !tooClose(entry.counts, counts)),
  );
}

function stepFrom(n: number): number {
  return Math.max(SMALLEST_GROUP, Math.ceil(n / 20));
}

/** Whether the smaller may lie within the larger (no step has more answers) and would leave one to four answers over. */
function tooClose(larger: Counts, smaller: Counts): boolean {
  const left = sum(larger) - sum(smaller);
  return left > 0 && left < SMALLEST_GROUP && larger.every((count, step) => count >= (smaller[step] ?? 0));
}

/**
 * Takes one move of this edition back if the shown parts would leave one to four answers over: the smallest part that
 * moved, else the whole. False if all is well, or was so before this edition.
 */
function holdBack(groups: Map<string, Group>, moved: Set<string>, dimension: Dimension): boolean {
  const whole = keyOf({ dimension: 'all', name: '' });
  const parts = [...groups.values()].filter((group) => group.dimension === dimension);
  const left = sizeOf(groups.get(whole)) - parts.reduce((total, part) => total + sizeOf(part), 0);
  if (left <= 0 || left >= SMALLEST_GROUP) return false;
  const candidates = parts.filter((part) => moved.has(keyOf(part))).sort((a, b) => sizeOf(a) - sizeOf(b));
  const group = candidates[0] ?? (moved.has(whole) ? groups.get(whole) : undefined);
  if (group === undefined) return false;
  const history = group.history.slice(0, -1);
  groups.set(keyOf(group), { ...group, history, held: history.length > 0 ? null : 'close' });
  return moved.delete(keyOf(group));
}

function sizeOf(group: Group | undefined): number {
  return group === undefined ? 0 : sum(published(group) ?? []);
}

function sum(counts: Counts): number {
  return counts.reduce((total, count) => total + count, 0);
}

function keyOf({ dimension, name }: { readonly dimension: Dimension; readonly name: string }): string {
  return `${dimension} ${name}`;
}
