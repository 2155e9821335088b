import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asSample } from '../../src/chat/as-sample.ts';
import { decodePostback } from '../../src/chat/postback.ts';
import { checkMessages } from '../../src/line/limits/check-messages.ts';
import { CARDS } from './answers/knowledge.ts';
import { altTextOf, postbacksIn, wordsOn } from './answers/look-into.ts';

const PUSHED = ['push-urgent', 'push-results', 'push-news', 'push-staff-digest', 'push-manager-digest'];

function messagesOf(card: string) {
  const content: unknown = JSON.parse(readFileSync(`flex-templates/${card}.sample.json`, 'utf8'));
  const samples = (Array.isArray(content) ? content : [content]) as object[];
  return samples.map((sample) => CARDS.render(card, sample));
}

const intentsOf = (message: ReturnType<typeof asSample>) =>
  postbacksIn({ messages: [message], writes: [] }).map((data) => decodePostback(data)?.intent);

describe.each(PUSHED)('%s shown before it is sent', (card) => {
  it.each(messagesOf(card))('says so, stops nothing, and leads elsewhere as it will', (message) => {
    const shown = asSample(message);
    expect(altTextOf(shown)).toBe(`ตัวอย่าง: ${altTextOf(message)}`);
    const words = wordsOn({ messages: [shown], writes: [] });
    expect(words).toContain('ตัวอย่าง ยังไม่ได้ส่ง');
    expect(words).toContain('ปุ่ม “หยุดรับข่าวนี้” ใช้ได้เมื่อส่งจริง');
    expect(intentsOf(message)).toContain('unsubscribe');
    expect(intentsOf(shown)).toEqual(intentsOf(message).filter((intent) => intent !== 'unsubscribe'));
    expect(checkMessages([shown])).toEqual([]);
  });
});

it('what is no card stays as it is, and a long notification stays within what LINE takes', () => {
  const text = { type: 'text', text: 'ก' } as const;
  expect(asSample(text)).toBe(text);
  const [message] = messagesOf('push-urgent');
  if (message?.type !== 'flex') throw new Error('it is no card');
  expect(altTextOf(asSample({ ...message, altText: 'ก'.repeat(1_500) }))).toHaveLength(1_500);
});
