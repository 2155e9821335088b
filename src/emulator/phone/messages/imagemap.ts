// Imagemap messages: one picture with tap areas.
import { el } from '../element.ts';
import { picture } from '../bubbles/picture.ts';
import { field, listAt, textAt } from '../read-json.ts';
import { actionName, sizeAt, tapArea } from './tap-areas.ts';

/** LINE: at most 50 areas; pictures are served at baseUrl/WIDTH for 240, 300, 460, 700 and 1040. */
const MOST_AREAS = 50;
const PICTURE_WIDTH = 700;

/** Imagemap actions name their address `linkUri`; elsewhere it is `uri`. */
function asAction(json: unknown): unknown {
  return textAt(json, 'type') === 'uri' ? { type: 'uri', uri: field(json, 'linkUri') } : json;
}

export function drawImagemap(message: unknown, act: (action: unknown) => void): HTMLElement {
  const size = sizeAt(message, 'baseSize') ?? { width: 1040, height: 1040 };
  const frame = picture(`${textAt(message, 'baseUrl') ?? ''}/${PICTURE_WIDTH}`, size.width / size.height, 'cover');
  listAt(message, 'actions')
    .slice(0, MOST_AREAS)
    .forEach((json, index) => {
      const area = tapArea(field(json, 'area'), size, actionName(json, index + 1), () => act(asAction(json)));
      if (area) frame.append(area);
    });
  return el('div', { class: 'imagemap', role: 'group', 'aria-label': textAt(message, 'altText') ?? '' }, frame);
}
