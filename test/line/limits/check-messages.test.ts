import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';

type Case = readonly [what: string, message: object, property?: string, words?: string];

const url = 'https://example.go.th/a.png';
const tap = { type: 'message', label: 'ดู', text: 'คะแนน' };
const many = <T>(n: number, item: T): T[] => Array.from({ length: n }, () => item);
/** A Thai cluster of three code units. */
const cluster = 'ที่';
const text = (more: object = {}) => ({ type: 'text', text: 'สวัสดี', ...more });
const quick = (action: object, n = 1) => text({ quickReply: { items: many(n, { type: 'action', action }) } });
const buttons = (more: object) => ({
  type: 'template',
  altText: 'เมนู',
  template: { type: 'buttons', text: 'เลือก', actions: [tap], ...more },
});
const carousel = (columns: readonly object[]) => ({
  type: 'template',
  altText: 'เมนู',
  template: { type: 'carousel', columns },
});
const imagemap = (more: object) => ({
  type: 'imagemap',
  baseUrl: url,
  altText: 'แผนที่',
  baseSize: { width: 1040, height: 1040 },
  actions: [{ type: 'uri', linkUri: 'https://example.go.th', area: { x: 0, y: 0, width: 1040, height: 1040 } }],
  ...more,
});
const location = (more: object) => ({
  type: 'location',
  title: 'อบต.',
  address: 'ต.บางโขลง',
  latitude: 13.6,
  longitude: 100.7,
  ...more,
});
const postback = (more: object) => quick({ type: 'postback', label: 'ดู', data: 'a=1', ...more });
const picker = (more: object) => quick({ type: 'datetimepicker', label: 'วัน', data: 'd', mode: 'date', ...more });
const uri = (value: string) => quick({ type: 'uri', label: 'เปิด', uri: value });
const at = (rest: string) => `messages[0].${rest}`;
const inQuick = (rest: string) => at(`quickReply.items[0].action.${rest}`);
const emoji = { index: 0, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' };
const mention = { type: 'mention', mentionee: { type: 'all' } };

const accepted: readonly Case[] = [
  ['text of 5,000 code units', text({ text: 'ก'.repeat(5000) })],
  ['a property LINE does not know', text({ unknown: 1 })],
  ['null for a property left out', text({ quickReply: null })],
  ['an emoji at its $', text({ text: '$ ดี', emojis: [emoji] })],
  ['textV2 with a mention and doubled braces', { type: 'textV2', text: '{{ {a} }}', substitution: { a: mention } }],
  ['a sticker', { type: 'sticker', packageId: '446', stickerId: '1988' }],
  ['an image', { type: 'image', originalContentUrl: url, previewImageUrl: url }],
  ['a video', { type: 'video', originalContentUrl: url, previewImageUrl: url, trackingId: 'a-1' }],
  ['a sound', { type: 'audio', originalContentUrl: url, duration: 60000 }],
  ['a place', location({ latitude: -90, longitude: 180 })],
  ['an imagemap', imagemap({})],
  ['buttons with 160 graphemes of Thai', buttons({ text: cluster.repeat(160) })],
  ['buttons with a title and 60 graphemes', buttons({ title: 'ก', text: cluster.repeat(60) })],
  [
    'a confirm template',
    { type: 'template', altText: 'ยืนยัน', template: { type: 'confirm', text: 'ใช่ไหม', actions: [tap, tap] } },
  ],
  ['a carousel of 10 columns', carousel(many(10, { text: 'ก', actions: [tap] }))],
  [
    'an image carousel without labels',
    {
      type: 'template',
      altText: 'ภาพ',
      template: { type: 'image_carousel', columns: [{ imageUrl: url, action: { type: 'message', text: 'ก' } }] },
    },
  ],
  ['a coupon', { type: 'coupon', couponId: '01JYNW8JMQVFBNWF1APF8Z3FS7', deliveryTag: 'a_1' }],
  ['13 quick replies', quick(tap, 13)],
  ['a label of 20 Thai graphemes', quick({ ...tap, label: cluster.repeat(20) })],
  ['an action text of 300 graphemes', quick({ ...tap, text: cluster.repeat(300) })],
  ['camera in a quick reply', quick({ type: 'camera', label: 'ถ่ายรูป' })],
  ['a postback with 300 code units', postback({ data: 'a'.repeat(300) })],
  ['a postback that fills in text', postback({ inputOption: 'openKeyboard', fillInText: 'ชื่อ' })],
  ['a date picker', picker({ initial: '2024-02-29', min: '1900-01-01', max: '2100-12-31' })],
  ['a time picker', picker({ mode: 'time', min: '00:00', max: '23:59' })],
  ['a datetime picker with a small t', picker({ mode: 'datetime', initial: '2017-12-25t00:00' })],
  ['clipboard text of 1,000', quick({ type: 'clipboard', label: 'คัดลอก', clipboardText: 'ก'.repeat(1000) })],
  ['a tel link', uri('tel:1205')],
  ['a link to LINE', uri('line://home')],
  ['a link of 1,000 code units', uri(`https://example.go.th/${'a'.repeat(978)}`)],
  ['a sender', text({ sender: { name: 'เจ้าหน้าที่', iconUrl: url } })],
];

const refused: readonly Case[] = [
  ['text of 5,001 code units', text({ text: 'ก'.repeat(5001) }), at('text'), 'Length must be between 0 and 5000'],
  ['empty text', text({ text: '' }), at('text'), 'May not be empty'],
  ['no text', { type: 'text' }, at('text'), 'May not be empty'],
  [
    'a number for text',
    text({ text: 1 }),
    at('text'),
    'The property, messages[0].text, in the request body is invalid',
  ],
  ['no type', { text: 'ก' }, at('type'), 'May not be empty'],
  ['an unknown type', { type: 'fax' }, at('type'), 'Must be one of the following values: [text, textV2,'],
  ['a text instead of a message', 'สวัสดี' as never, 'messages[0]', 'The property, messages[0],'],
  ['an emoji beside its $', text({ text: 'ก$', emojis: [emoji] }), at('emojis[0].index'), 'index must point'],
  ['21 emoji', text({ text: '$', emojis: many(21, emoji) }), at('emojis'), 'Size must be between 0 and 20'],
  [
    'a bad key in textV2',
    { type: 'textV2', text: 'hi {!owe}' },
    at('text'),
    "The key '!owe' enclosed in '{}' does not",
  ],
  ['a key without its substitution', { type: 'textV2', text: '{a}' }, at('text'), "The key 'a' enclosed"],
  ['an open brace', { type: 'textV2', text: 'a { b' }, at('text'), "'{' and '}' must be paired"],
  [
    '21 mentions',
    { type: 'textV2', text: 'ก', substitution: Object.fromEntries(many(21, mention).map((it, i) => [`k${i}`, it])) },
    at('substitution'),
    'at most 20 mentions',
  ],
  ['a sticker number that is none', { type: 'sticker', packageId: 446, stickerId: '1' }, at('packageId')],
  [
    'an http image',
    { type: 'image', originalContentUrl: 'http://a.th/a', previewImageUrl: url },
    at('originalContentUrl'),
    'invalid uri scheme',
  ],
  [
    'a relative image',
    { type: 'image', originalContentUrl: '/a.png', previewImageUrl: url },
    at('originalContentUrl'),
    'invalid uri',
  ],
  [
    'an image url of 2,001',
    { type: 'image', originalContentUrl: `https://a.th/${'a'.repeat(1988)}`, previewImageUrl: url },
    at('originalContentUrl'),
    'Length must be between 0 and 2000',
  ],
  ['a video without preview', { type: 'video', originalContentUrl: url }, at('previewImageUrl'), 'May not be empty'],
  [
    'a sound of no length',
    { type: 'audio', originalContentUrl: url, duration: 0 },
    at('duration'),
    'Must be greater than',
  ],
  ['a title of 101', location({ title: 'ก'.repeat(101) }), at('title'), 'Length must be between 0 and 100'],
  ['latitude 90.1', location({ latitude: 90.1 }), at('latitude'), 'Must be less than or equal to 90'],
  ['an imagemap 1,039 wide', imagemap({ baseSize: { width: 1039, height: 1 } }), at('baseSize.width')],
  ['an imagemap without altText', imagemap({ altText: '' }), at('altText'), 'May not be empty'],
  [
    '51 imagemap actions',
    imagemap({ actions: many(51, { type: 'message', text: 'ก', area: { x: 0, y: 0, width: 1, height: 1 } }) }),
    at('actions'),
    'Size must be between 0 and 50',
  ],
  [
    'buttons with 161 graphemes',
    buttons({ text: cluster.repeat(161) }),
    at('template.text'),
    'Length must be between 0 and 160',
  ],
  [
    'buttons with a title and 61 graphemes',
    buttons({ title: 'ก', text: cluster.repeat(61) }),
    at('template.text'),
    'Length must be between 0 and 60',
  ],
  ['5 buttons', buttons({ actions: many(5, tap) }), at('template.actions'), 'Size must be between 1 and 4'],
  [
    'a button without label',
    buttons({ actions: [{ type: 'message', text: 'ก' }] }),
    at('template.actions[0].label'),
    'May not be empty',
  ],
  ['a title of 41', buttons({ title: 'ก'.repeat(41) }), at('template.title'), 'Length must be between 0 and 40'],
  [
    'a confirm with one action',
    { type: 'template', altText: 'ก', template: { type: 'confirm', text: 'ก', actions: [tap] } },
    at('template.actions'),
    'Size must be between 2 and 2',
  ],
  [
    '11 columns',
    carousel(many(11, { text: 'ก', actions: [tap] })),
    at('template.columns'),
    'Size must be between 1 and 10',
  ],
  [
    'columns with unlike actions',
    carousel([
      { text: 'ก', actions: [tap] },
      { text: 'ก', actions: [tap, tap] },
    ]),
    at('template.columns'),
    'all columns',
  ],
  [
    'a column text of 121',
    carousel([{ text: 'ก'.repeat(121), actions: [tap] }]),
    at('template.columns[0].text'),
    'Length must be between 0 and 120',
  ],
  ['14 quick replies', quick(tap, 14), at('quickReply.items'), 'Size must be between 1 and 13'],
  [
    'a label of 21 graphemes',
    quick({ ...tap, label: cluster.repeat(21) }),
    inQuick('label'),
    'Length must be between 0 and 20',
  ],
  ['a quick reply without label', quick({ type: 'message', text: 'ก' }), inQuick('label'), 'May not be empty'],
  [
    'a rich menu switch in a quick reply',
    quick({ type: 'richmenuswitch', label: 'ก', data: 'a', richMenuAliasId: 'a' }),
    inQuick('type'),
    'Must be one of',
  ],
  ['camera in a template', buttons({ actions: [{ type: 'camera', label: 'ก' }] }), at('template.actions[0].type')],
  ['a postback of 301', postback({ data: 'a'.repeat(301) }), inQuick('data'), 'Length must be between 0 and 300'],
  ['a postback without data', quick({ type: 'postback', label: 'ก' }), inQuick('data'), 'May not be empty'],
  [
    'text beside displayText',
    postback({ text: 'ก', displayText: 'ก' }),
    at('quickReply.items[0].action'),
    '`text` and',
  ],
  ['fillInText without a keyboard', postback({ fillInText: 'ก' }), inQuick('fillInText'), '`inputOption`'],
  ['a message of 301 graphemes', quick({ ...tap, text: cluster.repeat(301) }), inQuick('text'), 'Length must be'],
  [
    'a date that does not exist',
    picker({ initial: '2023-02-29' }),
    inQuick('initial'),
    'invalid datetime format for the specified mode',
  ],
  ['a date for a time', picker({ mode: 'time', initial: '2023-02-28' }), inQuick('initial'), 'invalid datetime format'],
  ['a Buddhist year', picker({ initial: '2567-01-01' }), inQuick('initial'), 'invalid datetime format'],
  ['a mode that every object has', picker({ mode: 'toString', initial: 'x' }), inQuick('mode'), 'Must be one of'],
  [
    'max before min',
    picker({ min: '2024-01-02', max: '2024-01-02' }),
    at('quickReply.items[0].action'),
    'invalid date time order',
  ],
  [
    'clipboard text of 1,001',
    quick({ type: 'clipboard', label: 'ก', clipboardText: 'ก'.repeat(1001) }),
    inQuick('clipboardText'),
    'Length must be between 1 and 1000',
  ],
  ['a javascript link', uri('javascript:alert(1)'), inQuick('uri'), 'invalid uri scheme'],
  ['a Thai link that is not encoded', uri('https://example.go.th/ไทย'), inQuick('uri'), 'invalid uri'],
  ['a link with a space', uri('https://example.go.th/a b'), inQuick('uri'), 'invalid uri'],
  ['a link without host', uri('https://'), inQuick('uri'), 'invalid uri'],
  [
    'a link of 1,001',
    uri(`https://example.go.th/${'a'.repeat(979)}`),
    inQuick('uri'),
    'Length must be between 0 and 1000',
  ],
  ['a sender of 21', text({ sender: { name: 'ก'.repeat(21) } }), at('sender.name'), 'Length must be between 0 and 20'],
  ['a sender called LINE', text({ sender: { name: 'LINE' } }), at('sender.name'), 'invalid property'],
  ['a coupon tag with a dash', { type: 'coupon', couponId: 'a', deliveryTag: 'a-1' }, at('deliveryTag')],
  [
    'a message 500 levels deep',
    JSON.parse('{"a":'.repeat(500) + '1' + '}'.repeat(500)) as object,
    'messages[0]',
    'nested deeper',
  ],
];

describe('what LINE would refuse', () => {
  it.each(accepted)('lets %s pass', (_, message) => {
    expect(checkMessages([message])).toEqual([]);
  });

  it.each(refused)('names %s', (_, message, property, words = '') => {
    const problems = checkMessages([message]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ property, index: 0 });
    expect(problems[0]?.message).toContain(words);
  });

  it.each([
    ['nothing', undefined, 'May not be empty'],
    ['null', null, 'May not be empty'],
    ['an object', {}, 'The property, messages, in the request body is invalid (line: -, column: -)'],
    ['no message', [], 'Size must be between 1 and 5'],
    ['six messages', many(6, text()), 'Size must be between 1 and 5'],
  ])('refuses %s for the messages', (_, messages, message) => {
    expect(checkMessages(messages)).toEqual([{ message, property: 'messages', index: 0 }]);
  });

  it('takes five messages and says which one is wrong', () => {
    expect(checkMessages(many(5, text()))).toEqual([]);
    expect(checkMessages([text(), text(), text({ text: '' })])).toEqual([
      { message: 'May not be empty', property: 'messages[2].text', index: 2 },
    ]);
  });

  it('never throws, whatever JSON it is given', () => {
    const words = fc.constantFrom('type', 'text', 'contents', 'template', 'actions', 'flex', 'bubble', 'box', 'body');
    const key = fc.oneof(words, fc.constantFrom('__proto__', 'constructor', 'toString'), fc.string());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.oneof(words, fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.jsonValue(), (value, json) => {
        for (const it of [value, json]) {
          checkMessages(it);
          checkMessages([it]);
          checkMessages([{ type: 'flex', altText: 'a', contents: it }]);
          checkMessages([{ type: 'flex', altText: 'a', contents: { type: 'bubble', body: it } }]);
          checkMessages([{ type: 'template', altText: 'a', template: it, quickReply: it, sender: it }]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not run out of stack on a Flex container 100,000 levels deep', () => {
    let contents: object = { type: 'box', layout: 'vertical', contents: [] };
    for (let i = 0; i < 100_000; i += 1) contents = { type: 'box', layout: 'vertical', contents: [contents] };
    const problems = checkMessages([{ type: 'flex', altText: 'ก', contents: { type: 'bubble', body: contents } }]);
    expect(problems).toMatchObject([{ message: 'nested deeper than 400 levels' }]);
  });
});
