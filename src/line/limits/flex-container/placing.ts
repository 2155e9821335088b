import { anything } from '../by-type.ts';
import { integer, oneOf } from '../value.ts';
import { gap, offset } from './units.ts';

/** The share of the free space a component takes; 0 takes as much as it needs. */
export const flex = integer(0);

/** Properties that place a component beside its siblings. */
export const placing = {
  type: anything,
  margin: gap,
  position: oneOf('relative', 'absolute'),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};

export const align = oneOf('start', 'end', 'center');
export const gravity = oneOf('top', 'bottom', 'center');
