// Template messages: buttons, confirm, carousel, image carousel.
import { button, el } from '../element.ts';
import { colourAt } from '../bubbles/css-values.ts';
import { picture } from '../bubbles/picture.ts';
import { field, listAt, textAt } from '../read-json.ts';

type Act = (action: unknown) => void;

/** LINE: at most 10 columns and 4 actions. */
const MOST_COLUMNS = 10;
const MOST_ACTIONS = 4;

function actions(list: readonly unknown[], act: Act, across: boolean): HTMLElement {
  const made = list
    .slice(0, MOST_ACTIONS)
    .map((action) => button({ class: 'template-action' }, () => act(action), textAt(action, 'label') ?? ''));
  return el('div', { class: across ? 'template-actions template-across' : 'template-actions' }, ...made);
}

function thumbnail(column: unknown, holder: unknown): HTMLElement | null {
  const url = field(column, 'thumbnailImageUrl');
  if (url === undefined) return null;
  const ratio = textAt(holder, 'imageAspectRatio') === 'square' ? 1 : 1.51;
  const fit = textAt(holder, 'imageSize') === 'contain' ? 'contain' : 'cover';
  const frame = picture(url, ratio, fit);
  frame.style.backgroundColor = colourAt(column, 'imageBackgroundColor') ?? '';
  return frame;
}

function card(column: unknown, holder: unknown, act: Act, across = false): HTMLElement {
  const title = textAt(column, 'title');
  return el(
    'div',
    { class: 'template' },
    thumbnail(column, holder),
    title ? el('strong', { class: 'template-title' }, title) : null,
    el('p', { class: 'template-text' }, textAt(column, 'text') ?? ''),
    actions(listAt(column, 'actions'), act, across),
  );
}

function imageColumn(column: unknown, act: Act): HTMLElement {
  const action = field(column, 'action');
  const label = textAt(action, 'label') ?? '';
  const made = button({ class: 'template template-image', 'aria-label': label || 'เปิด' }, () => act(action));
  made.append(picture(field(column, 'imageUrl'), 1, 'cover'));
  if (label) made.append(el('span', { class: 'template-label' }, label));
  return made;
}

export function drawTemplate(message: unknown, act: Act): HTMLElement {
  const template = field(message, 'template');
  const type = textAt(template, 'type');
  const name = textAt(message, 'altText') ?? '';
  if (type !== 'carousel' && type !== 'image_carousel') {
    return el('div', { role: 'group', 'aria-label': name }, card(template, template, act, type === 'confirm'));
  }
  const columns = listAt(template, 'columns')
    .slice(0, MOST_COLUMNS)
    .map((column) => (type === 'carousel' ? card(column, template, act) : imageColumn(column, act)));
  return el('div', { class: 'template-row', role: 'group', 'aria-label': name, tabindex: '0' }, ...columns);
}
