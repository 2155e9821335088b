import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';

const url = 'https://example.go.th/a.png';
const tap = { type: 'postback', label: 'ดู', data: 'a=1' };
const many = <T>(n: number, item: T): T[] => Array.from({ length: n }, () => item);
const box = (contents: readonly object[], more: object = {}) => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...more,
});
const bubble = (more: object = {}) => ({ type: 'bubble', body: box([{ type: 'text', text: 'ก' }]), ...more });
/** A bubble whose body holds this component, after one that keeps the block's size. */
const holding = (component: object) => bubble({ body: box([{ type: 'filler' }, component]) });
const inBox = (more: object) => holding(box([], more));
const onBaseline = (component: object) => bubble({ body: box([component], { layout: 'baseline' }) });
const text = (more: object) => holding({ type: 'text', text: 'ก', ...more });
const image = (more: object) => holding({ type: 'image', url, ...more });
const button = (more: object) => holding({ type: 'button', action: tap, ...more });
const video = { type: 'video', url, previewUrl: url, altContent: { type: 'image', url } };
const gradient = (more: object) => ({
  type: 'linearGradient',
  angle: '90deg',
  startColor: '#ffffff',
  endColor: '#00000080',
  ...more,
});
const flex = (contents: unknown, altText = 'ผล ITA') => [{ type: 'flex', altText, contents }];
const carousel = (contents: readonly object[]) => ({ type: 'carousel', contents });
const sized = (bytes: number) => {
  const empty = Buffer.byteLength(JSON.stringify(bubble({ body: box([{ type: 'text', text: '' }]) })));
  return bubble({ body: box([{ type: 'text', text: 'a'.repeat(bytes - empty) }]) });
};
const IT = '/body/contents/1';

const accepted: readonly (readonly [string, unknown])[] = [
  ['the smallest bubble', bubble()],
  ['a bubble with only an empty body', bubble({ body: box([]) })],
  [
    'every bubble property',
    bubble({
      size: 'giga',
      direction: 'rtl',
      header: box([]),
      footer: box([]),
      action: tap,
      styles: { body: { backgroundColor: '#FFFFFF', separator: true, separatorColor: '#000000' } },
    }),
  ],
  ['a hero image', bubble({ hero: { type: 'image', url, size: 'full', aspectRatio: '20:13', aspectMode: 'cover' } })],
  [
    'a hero video',
    bubble({ size: 'kilo', hero: { ...video, aspectRatio: '16:9', action: { type: 'uri', label: 'ดู', uri: url } } }),
  ],
  [
    'every box property',
    inBox({
      flex: 0,
      spacing: '5px',
      margin: 'xxl',
      position: 'absolute',
      offsetTop: '-3px',
      offsetStart: '10%',
      backgroundColor: '#11223344',
      borderColor: '#000000',
      borderWidth: 'semi-bold',
      cornerRadius: '8px',
      width: '50%',
      maxWidth: '120px',
      height: '12.5px',
      paddingAll: '5%',
      paddingTop: 'none',
      justifyContent: 'space-evenly',
      alignItems: 'flex-end',
      background: gradient({ centerColor: '#000000', centerPosition: '10%' }),
      action: tap,
    }),
  ],
  [
    'every text property',
    text({
      adjustMode: 'shrink-to-fit',
      flex: 2,
      size: '13px',
      scaling: true,
      align: 'end',
      gravity: 'center',
      wrap: true,
      lineSpacing: '4px',
      maxLines: 0,
      weight: 'bold',
      color: '#000000',
      style: 'italic',
      decoration: 'line-through',
      action: tap,
    }),
  ],
  [
    'spans',
    holding({ type: 'text', contents: [{ type: 'span', text: 'ก', size: '3xl', color: '#123456', weight: 'bold' }] }),
  ],
  ['an icon on a baseline', onBaseline({ type: 'icon', url, size: '5xl', aspectRatio: '2:1', offsetTop: '2px' })],
  ['an image 1:3', image({ aspectRatio: '1:3', size: '40%', align: 'center', animated: true })],
  [
    'a button label of 40 graphemes',
    button({ action: { ...tap, label: 'ที่'.repeat(40) }, height: 'sm', style: 'link', color: '#000000' }),
  ],
  ['a tap without label', text({ action: { type: 'uri', uri: 'https://example.go.th' } })],
  ['a separator', holding({ type: 'separator', margin: 'md', color: '#00000011' })],
  ['12 bubbles', carousel(many(12, bubble({ size: 'micro' })))],
  ['no size beside mega', carousel([bubble(), bubble({ size: 'mega' })])],
  ['a bubble of 30 KB', sized(30 * 1024)],
  ['a carousel of 10 animated images', bubble({ body: box(many(10, { type: 'image', url, animated: true })) })],
];

const refused: readonly (readonly [string, unknown, string, string])[] = [
  ['a bubble without blocks', { type: 'bubble' }, '/', 'At least one block must be specified'],
  ['an unknown container', { type: 'card' }, '/', 'invalid property'],
  ['an unknown style key', bubble({ styles: { type: 'x' } }), '/styles/type', 'unknown field'],
  ['an unknown component key', text({ colour: '#000000' }), `${IT}/colour`, 'unknown field'],
  ['an unknown action key', button({ action: { ...tap, uri: url } }), `${IT}/action/uri`, 'unknown field'],
  ['a key with a slash', text({ 'a/b~c': 1 }), `${IT}/a~1b~0c`, 'unknown field'],
  ['empty text', text({ text: '' }), `${IT}/text`, 'must be non-empty text'],
  ['text without text', holding({ type: 'text' }), IT, '`text` or `contents` must be specified'],
  ['text that is a number', text({ text: 97.02 }), `${IT}/text`, 'invalid property'],
  [
    'an empty span',
    holding({ type: 'text', contents: [{ type: 'span', text: '' }] }),
    `${IT}/contents/0/text`,
    'must be non-empty text',
  ],
  [
    'a text among spans',
    holding({ type: 'text', contents: [{ type: 'text', text: 'ก' }] }),
    `${IT}/contents/0`,
    'invalid property',
  ],
  ['a spacer', holding({ type: 'spacer' }), IT, 'invalid property'],
  ['an icon outside a baseline', holding({ type: 'icon', url }), IT, 'invalid property'],
  ['a video in a box', holding(video), IT, 'invalid property'],
  ['a box on a baseline', onBaseline(box([])), '/body/contents/0', 'invalid property'],
  [
    'gravity on a baseline',
    onBaseline({ type: 'text', text: 'ก', gravity: 'top' }),
    '/body/contents/0/gravity',
    'invalid property',
  ],
  [
    'offsetBottom on a baseline',
    onBaseline({ type: 'text', text: 'ก', offsetBottom: '1px' }),
    '/body/contents/0/offsetBottom',
    'invalid property',
  ],
  [
    'a first child out of the flow',
    bubble({ body: box([{ type: 'text', text: 'ก', position: 'absolute' }]) }),
    '/body/contents/0/position',
    'invalid property',
  ],
  ['a box without layout', holding({ type: 'box', contents: [] }), `${IT}/layout`, 'must be specified'],
  ['a box without contents', holding({ type: 'box', layout: 'vertical' }), `${IT}/contents`, 'must be specified'],
  ['a text as body', bubble({ body: { type: 'text', text: 'ก' } }), '/body', 'invalid property'],
  ['a negative flex', text({ flex: -1 }), `${IT}/flex`, 'must be greater than or equal to 0'],
  ['a flex with decimals', text({ flex: 1.5 }), `${IT}/flex`, 'invalid property'],
  ['a colour of 3 digits', text({ color: '#444' }), `${IT}/color`, 'invalid property'],
  ['a colour by name', text({ color: 'red' }), `${IT}/color`, 'invalid property'],
  ['a margin in %', text({ margin: '5%' }), `${IT}/margin`, 'invalid unit'],
  ['a spacing in %', inBox({ spacing: '5%' }), `${IT}/spacing`, 'invalid unit'],
  ['a text size in %', text({ size: '50%' }), `${IT}/size`, 'invalid unit'],
  ['a size without unit', text({ size: '12' }), `${IT}/size`, 'invalid unit'],
  ['a size by an unknown word', text({ size: 'huge' }), `${IT}/size`, 'invalid property'],
  ['full for text', text({ size: 'full' }), `${IT}/size`, 'invalid property'],
  ['maxLines below 0', text({ maxLines: -1 }), `${IT}/maxLines`, 'must be greater than or equal to 0'],
  ['wrap as text', text({ wrap: 'true' }), `${IT}/wrap`, 'invalid property'],
  ['an image without url', holding({ type: 'image' }), `${IT}/url`, 'must be specified'],
  ['an http image', image({ url: 'http://example.go.th/a.png' }), `${IT}/url`, 'invalid uri scheme'],
  ['a relative image', image({ url: '/a.png' }), `${IT}/url`, 'invalid uri'],
  ['contain as aspect mode', image({ aspectMode: 'contain' }), `${IT}/aspectMode`, 'invalid property'],
  [
    'an image over 1:3',
    image({ aspectRatio: '1:4' }),
    `${IT}/aspectRatio`,
    'aspect ratio must be in the range (0 < (h/w) <= 3)',
  ],
  ['an aspect ratio of 0', image({ aspectRatio: '0:1' }), `${IT}/aspectRatio`, 'lower limit exceeded'],
  ['an aspect ratio over 100000', image({ aspectRatio: '100001:1' }), `${IT}/aspectRatio`, 'upper limit exceeded'],
  ['a button without action', holding({ type: 'button' }), `${IT}/action`, 'must be specified'],
  [
    'a button without label',
    button({ action: { type: 'postback', data: 'a' } }),
    `${IT}/action`,
    '`label` must be specified',
  ],
  [
    'a button label of 41',
    button({ action: { ...tap, label: 'ที่'.repeat(41) } }),
    `${IT}/action/label`,
    'upper limit exceeded',
  ],
  [
    'a javascript link',
    button({ action: { type: 'uri', label: 'ก', uri: 'javascript:0' } }),
    `${IT}/action/uri`,
    'invalid uri scheme',
  ],
  [
    'a rich menu switch',
    button({ action: { type: 'richmenuswitch', label: 'ก', data: 'a', richMenuAliasId: 'a' } }),
    `${IT}/action`,
    'invalid property',
  ],
  [
    'a gradient over 360deg',
    inBox({ background: gradient({ angle: '361deg' }) }),
    `${IT}/background/angle`,
    'upper limit exceeded',
  ],
  [
    'a gradient without end',
    inBox({ background: gradient({ endColor: undefined }) }),
    `${IT}/background/endColor`,
    'must be specified',
  ],
  ['a video in a nano bubble', bubble({ size: 'nano', hero: video }), '/hero', 'invalid property'],
  ['a video that posts back', bubble({ hero: { ...video, action: tap } }), '/hero/action', 'invalid property'],
  ['a video without url', bubble({ hero: { ...video, url: undefined } }), '/hero/url', 'must be specified'],
  [
    'a video in a carousel',
    carousel([bubble({ hero: video })]),
    '/contents/0/hero',
    'embedding videos in messages is not allowed',
  ],
  [
    'a bubble without blocks in a carousel',
    carousel([bubble(), { type: 'bubble' }]),
    '/contents/1',
    'At least one block must be specified',
  ],
  ['13 bubbles', carousel(many(13, bubble())), '/contents', 'size must be between 1 and 12'],
  ['no bubble', carousel([]), '/contents', 'size must be between 1 and 12'],
  ['unlike sizes', carousel([bubble(), bubble({ size: 'kilo' })]), '/contents', 'all bubbles must have the same size'],
  ['a bubble over 30 KB', sized(30 * 1024 + 1), '/', 'the bubble has 30721 bytes, at most 30720 are allowed'],
  ['a carousel over 50 KB', carousel(many(2, sized(26 * 1024))), '/', 'at most 51200 are allowed'],
  [
    '11 animated images',
    bubble({ body: box(many(11, { type: 'image', url, animated: true })) }),
    '/',
    'at most 10 images',
  ],
];

describe('Flex as LINE would take it', () => {
  it.each(accepted)('lets %s pass', (_, contents) => {
    expect(checkMessages(flex(contents))).toEqual([]);
  });

  it.each(refused)('names %s', (_, contents, property, words) => {
    const problems = checkMessages(flex(contents));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ property, index: 0 });
    expect(problems[0]?.message).toContain(words);
  });

  it('counts Thai letters as three bytes', () => {
    expect(checkMessages(flex(text({ text: 'ก'.repeat(10_100) })))).toEqual([]);
    expect(checkMessages(flex(text({ text: 'ก'.repeat(10_240) })))).toMatchObject([{ property: '/' }]);
  });

  it.each([
    ['1,500 code units', 'ก'.repeat(1500), []],
    ['1,501 code units', 'ก'.repeat(1501), [{ property: 'messages[0].altText' }]],
    ['nothing', '', [{ property: 'messages[0].altText', message: 'May not be empty' }]],
  ])('looks at an altText of %s', (_, altText, problems) => {
    expect(checkMessages(flex(bubble(), altText))).toMatchObject(problems);
  });

  it('tells all problems at once, with the message they are in', () => {
    const messages = [{ type: 'text', text: 'ก' }, ...flex(text({ text: '', flex: -1 }))];
    expect(checkMessages(messages)).toEqual([
      { message: 'must be non-empty text', property: `${IT}/text`, index: 1 },
      { message: 'must be greater than or equal to 0', property: `${IT}/flex`, index: 1 },
    ]);
  });
});
