import type { Problem } from '../problem.ts';
import { action, COMMON_KINDS } from './action.ts';
import { all, type Check } from './check.ts';
import { list } from './list.ts';
import { isObject, object, required } from './object.ts';
import { place } from './place.ts';
import { graphemeText } from './text.ts';
import { boolean, integer } from './value.ts';
import { bodyWords } from './words.ts';

/** The picture is at least this much wider than high. */
const LEAST_RATIO = 1.45;

const ratio: Check = (value, place) => {
  if (!isObject(value)) return;
  const { width, height } = value;
  if (typeof width === 'number' && typeof height === 'number' && width / height < LEAST_RATIO) {
    place.fail(`The aspect ratio (width / height) must be ${LEAST_RATIO} or more`);
  }
};

const area = object({
  bounds: required(
    object({
      x: required(integer(0)),
      y: required(integer(0)),
      width: required(integer(0)),
      height: required(integer(0)),
    }),
  ),
  action: required(action({ label: 20, labelRequired: false, kinds: [...COMMON_KINDS, 'richmenuswitch'] })),
});

const richMenu = object({
  size: required(all(object({ width: required(integer(800, 2500)), height: required(integer(250)) }), ratio)),
  selected: required(boolean),
  name: required(graphemeText({ max: 300 })),
  chatBarText: required(graphemeText({ max: 14 })),
  areas: required(list(area, 0, 20)),
});

/** Everything LINE would refuse in a rich menu (sizes in pixels of its picture). */
export function checkRichMenu(menu: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  richMenu(
    menu,
    place('', bodyWords, (message, property) => problems.push({ message, property, index: 0 })),
  );
  return problems;
}
