import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Html, html } from '../../src/web/html.ts';

describe('html``', () => {
  it('escapes every value, in text and in attributes', () => {
    const bad = `"><script>alert('&1')</script>\``;
    expect(html`<a title="${bad}">${bad}</a>`.text).not.toMatch(/<script|'|`|"><script/);
    expect(html`${'<&>"'}`.text).toBe('&lt;&amp;&gt;&quot;');
  });

  it('puts in other html as it is, lists one after the other, and leaves out what is not there', () => {
    const list = html`<ul>
      ${['a', '<'].map((one) => html`<li>${one}</li>`)}
    </ul>`;
    expect(list.text.replaceAll(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;</li></ul>');
    expect(html`${false}${null}${undefined}${0}${''}`.text).toBe('0');
    expect(html`${new Html('<b>')}`.text).toBe('<b>');
  });

  it('lets no text open a tag or end an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[<>"'`]/.test(html`${text}`.text)));
  });
});
