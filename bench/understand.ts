import { readdirSync, readFileSync } from 'node:fs';
import { understand } from '../src/chat/understand/understand.ts';

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const ROUNDS = 20;

/** Time to understand one message, over all phrasings of the tests, warm: mean, and the slowest phrasing's mean. */
export function benchUnderstand(): Measured[] {
  const folder = new URL('../test/chat/understand/phrasings/', import.meta.url);
  const texts = readdirSync(folder).flatMap((name) =>
    (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { text: string }[]).map(({ text }) => text),
  );
  const context = { today: 2569 };
  for (let round = 0; round < 5; round++) for (const text of texts) understand(text, context);
  let total = 0;
  let slowest = 0;
  for (const text of texts) {
    const before = performance.now();
    for (let round = 0; round < ROUNDS; round++) understand(text, context);
    const each = ((performance.now() - before) / ROUNDS) * 1000;
    total += each;
    slowest = Math.max(slowest, each);
  }
  return [
    { name: 'understanding, mean per call', value: total / texts.length, unit: 'µs' },
    { name: 'understanding, slowest phrasing', value: slowest, unit: 'µs' },
  ];
}
