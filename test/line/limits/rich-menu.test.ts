import { describe, expect, it } from 'vitest';
import { checkRichMenu } from '../../../src/line/limits/rich-menu.ts';

const area = { bounds: { x: 0, y: 0, width: 2501, height: 1686 }, action: { type: 'message', text: 'เมนู' } };
const menu = (more: object = {}) => ({
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'เมนูหลัก',
  chatBarText: 'ที่'.repeat(14),
  areas: [area],
  ...more,
});

describe('a rich menu as LINE would take it', () => {
  it('passes with areas a pixel over the edge and a switch to another menu', () => {
    const change = { ...area, action: { type: 'richmenuswitch', data: 'a', richMenuAliasId: 'menu-2' } };
    expect(checkRichMenu(menu({ areas: [area, change] }))).toEqual([]);
  });

  it.each([
    ['no object', [], ''],
    ['a width of 799', menu({ size: { width: 799, height: 300 } }), 'size.width'],
    ['a height of 249', menu({ size: { width: 800, height: 249 } }), 'size.height'],
    ['a picture too high', menu({ size: { width: 800, height: 600 } }), 'size'],
    ['15 graphemes on the chat bar', menu({ chatBarText: 'ที่'.repeat(15) }), 'chatBarText'],
    ['no name', menu({ name: undefined }), 'name'],
    ['21 areas', menu({ areas: Array.from({ length: 21 }, () => area) }), 'areas'],
    [
      'an area left of the edge',
      menu({ areas: [{ ...area, bounds: { ...area.bounds, x: -1 } }] }),
      'areas[0].bounds.x',
    ],
  ])('names %s', (_, value, property) => {
    expect(checkRichMenu(value)).toMatchObject([{ property }]);
  });
});
