// Flex cards that use every property the renderer knows, for the tests and for looking at.

const text = (words: string, more: object = {}): object => ({ type: 'text', text: words, ...more });
const box = (layout: string, contents: object[], more: object = {}): object => ({
  type: 'box',
  layout,
  contents,
  ...more,
});
const bar = (share: number, colour: string): object =>
  box(
    'horizontal',
    [box('vertical', [], { width: `${share}%`, height: '8px', backgroundColor: colour, cornerRadius: 'sm' })],
    {
      height: '8px',
      backgroundColor: '#E3EAED',
      cornerRadius: 'sm',
      margin: 'sm',
    },
  );
const send = (label: string, data: string): object => ({ type: 'postback', label, data, displayText: label });

const row = (name: string, score: string, share: number): object =>
  box('vertical', [
    box('baseline', [
      text(name, { size: 'sm', flex: 4, wrap: true }),
      text(score, { size: 'sm', align: 'end', weight: 'bold', flex: 1 }),
    ]),
    bar(share, '#0B6B57'),
  ]);

/** A score card: header with gradient, rows with bars, separator, two buttons. */
export const scoreCard = {
  type: 'bubble',
  header: box(
    'vertical',
    [
      text('ผลการประเมิน ITA ปีงบประมาณ 2565', { color: '#FFFFFF', size: 'sm' }),
      box('baseline', [
        text('97.02', { color: '#FFFFFF', size: '4xl', weight: 'bold', flex: 0 }),
        text('คะแนน · ระดับ AA', { color: '#E2F1ED', size: 'md', margin: 'md' }),
      ]),
    ],
    {
      background: {
        type: 'linearGradient',
        angle: '135deg',
        startColor: '#0B6B57',
        endColor: '#084B6E',
        centerColor: '#0A5A62',
      },
    },
  ),
  body: box(
    'vertical',
    [
      row('การปฏิบัติหน้าที่', '98.17', 98.17),
      row('การใช้งบประมาณ', '98.93', 98.93),
      row('การใช้ทรัพย์สินของราชการ', '92.88', 92.88),
      { type: 'separator', margin: 'lg' },
      text('ที่มา: รายงานผลการประเมินขององค์การบริหารส่วนตำบล ซึ่งเผยแพร่ต่อสาธารณะแล้ว', {
        size: 'xs',
        color: '#55636F',
        wrap: true,
        maxLines: 2,
        margin: 'lg',
      }),
    ],
    { spacing: 'md' },
  ),
  footer: box(
    'vertical',
    [
      { type: 'button', style: 'primary', color: '#0B6B57', height: 'sm', action: send('ดูจุดที่ควรปรับปรุง', 'weaknesses') },
      { type: 'button', style: 'link', height: 'sm', action: send('ดูตัวชี้วัดทั้งหมด', 'indicators') },
    ],
    { spacing: 'sm' },
  ),
  styles: { footer: { separator: true } },
};

/** Hero picture with an absolutely placed badge, spans, icons on the baseline. */
export const pictureCard = {
  type: 'bubble',
  hero: box('vertical', [
    {
      type: 'image',
      url: 'https://pictures.example/hall.png',
      size: 'full',
      aspectRatio: '20:13',
      aspectMode: 'cover',
    },
    box('vertical', [text('ใหม่', { color: '#FFFFFF', size: 'xs', align: 'center', gravity: 'center' })], {
      position: 'absolute',
      offsetTop: '18px',
      offsetStart: '18px',
      backgroundColor: '#9B2C1F',
      cornerRadius: '20px',
      width: '48px',
      height: '25px',
      justifyContent: 'center',
    }),
  ]),
  body: box('vertical', [
    text('บริการตามจุด', { size: 'xl', weight: 'bold' }),
    box(
      'baseline',
      [
        ...Array.from({ length: 4 }, () => ({ type: 'icon', url: 'https://pictures.example/star.png', size: 'sm' })),
        text('4.0', { size: 'sm', color: '#55636F', margin: 'md', flex: 0 }),
      ],
      { margin: 'md' },
    ),
    {
      type: 'text',
      wrap: true,
      contents: [
        { type: 'span', text: 'ตัวชี้วัดที่ 4 ' },
        { type: 'span', text: 'ต่ำสุด', weight: 'bold', color: '#9B2C1F', decoration: 'underline' },
        { type: 'span', text: ' ควรปรับปรุงก่อน', style: 'italic', size: 'sm' },
      ],
    },
    box(
      'horizontal',
      [text('ซ้าย', { align: 'start' }), text('กลาง', { align: 'center' }), text('ขวา', { align: 'end' })],
      { margin: 'lg' },
    ),
    text('บรรทัดเดียวที่ยาวเกินกว่าจะแสดงได้หมดในความกว้างของการ์ดใบนี้จึงต้องตัด', { margin: 'md' }),
    text('ย่อให้พอดีกับความกว้างของการ์ดใบนี้โดยไม่ตัดข้อความออก', { adjustMode: 'shrink-to-fit', size: 'xl' }),
  ]),
  footer: box(
    'horizontal',
    [
      {
        type: 'button',
        style: 'secondary',
        height: 'sm',
        action: { type: 'uri', label: 'เว็บไซต์', uri: 'https://example.go.th/' },
      },
      {
        type: 'button',
        style: 'secondary',
        height: 'sm',
        action: {
          type: 'datetimepicker',
          label: 'เลือกวัน',
          data: 'day',
          mode: 'date',
          min: '2025-11-01',
          max: '2025-12-31',
          initial: '2025-11-22',
        },
      },
    ],
    { spacing: 'sm' },
  ),
};

const small = (size: string, words: string): object => ({
  type: 'bubble',
  size,
  body: box('vertical', [text(size, { weight: 'bold' }), text(words, { wrap: true, size: 'sm', color: '#55636F' })], {
    spacing: 'sm',
  }),
  footer: box('vertical', [{ type: 'button', height: 'sm', action: { type: 'message', label: 'เลือก', text: size } }]),
});

export const carousel = {
  type: 'carousel',
  contents: [
    small('kilo', 'ใบแรก'),
    small('kilo', 'ใบที่สองมีข้อความยาวกว่าเพื่อดูว่าทุกใบสูงเท่ากันและปุ่มอยู่แนวเดียวกัน'),
    small('kilo', 'ใบที่สาม'),
  ],
};

export const flexMessage = (contents: object, altText: string): object => ({ type: 'flex', altText, contents });
