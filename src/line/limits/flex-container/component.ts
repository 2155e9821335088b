import { byType } from '../by-type.ts';
import type { Check } from '../check.ts';
import { isObject } from '../object.ts';
import { box } from './box.ts';
import { iconComponent, imageComponent } from './image.ts';
import { buttonComponent, fillerComponent, separatorComponent } from './small-components.ts';
import { textComponent } from './text.ts';

/** What a box may hold depends on its layout: a baseline box only what has a baseline. */
export const boxComponent: Check = box((onBaseline) => (onBaseline ? baselineChild : child));

const child = byType({
  box: boxComponent,
  button: buttonComponent,
  image: imageComponent,
  text: textComponent,
  separator: separatorComponent,
  filler: fillerComponent,
});

const baseline = byType({ icon: iconComponent, text: textComponent, filler: fillerComponent });

/** On a baseline nothing can be moved up or down by gravity or from the bottom. */
const baselineChild: Check = (value, place) => {
  baseline(value, place);
  if (!isObject(value)) return;
  for (const key of ['gravity', 'offsetBottom']) {
    if (value[key] !== undefined && value[key] !== null) place.at(key).fail('invalid property');
  }
};
