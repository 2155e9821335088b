import { anything } from '../by-type.ts';
import { object, required } from '../object.ts';
import { boolean, color, oneOf } from '../value.ts';
import { buttonAction } from './flex-action.ts';
import { flex, gravity, placing } from './placing.ts';
import { gap } from './units.ts';

export const buttonComponent = object({
  ...placing,
  action: required(buttonAction),
  flex,
  height: oneOf('sm', 'md'),
  style: oneOf('primary', 'secondary', 'link'),
  color: color(true),
  gravity,
  adjustMode: oneOf('shrink-to-fit'),
  scaling: boolean,
});

export const separatorComponent = object({ type: anything, margin: gap, color: color(true) });

/** Empty space. Deprecated by LINE, but still taken. */
export const fillerComponent = object({ type: anything, flex });
