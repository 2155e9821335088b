import { anything, byType } from '../by-type.ts';
import { all, type Check } from '../check.ts';
import { isObject, object, required } from '../object.ts';
import { color, oneOf } from '../value.ts';
import { tapAction } from './flex-action.ts';
import { flex, placing } from './placing.ts';
import { angle, borderWidth, boxSize, cornerRadius, gap, gradientStop, padding } from './units.ts';

const background = byType({
  linearGradient: object({
    type: anything,
    angle: required(angle),
    startColor: required(color(true)),
    endColor: required(color(true)),
    centerColor: color(true),
    centerPosition: gradientStop,
  }),
});

const fields = object({
  ...placing,
  layout: required(oneOf('horizontal', 'vertical', 'baseline')),
  contents: required(anything),
  flex,
  spacing: gap,
  backgroundColor: color(true),
  borderColor: color(true),
  borderWidth,
  cornerRadius,
  width: boxSize,
  maxWidth: boxSize,
  height: boxSize,
  maxHeight: boxSize,
  paddingAll: padding,
  paddingTop: padding,
  paddingBottom: padding,
  paddingStart: padding,
  paddingEnd: padding,
  action: tapAction,
  justifyContent: oneOf('flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
  alignItems: oneOf('flex-start', 'center', 'flex-end'),
  background,
});

/** A box: its own properties, then its children, which `child` checks knowing whether they stand on a baseline. */
export const box = (child: (onBaseline: boolean) => Check): Check =>
  all(fields, (value, place) => {
    if (!isObject(value)) return;
    const { contents } = value;
    if (contents === undefined || contents === null) return;
    const inner = place.at('contents');
    if (!Array.isArray(contents)) {
      inner.fail(place.words.wrong(inner.path));
      return;
    }
    const check = child(value['layout'] === 'baseline');
    for (const [i, item] of contents.entries()) check(item, inner.at(i));
  });
