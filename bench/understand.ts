import { readdirSync, readFileSync } from 'node:fs';
import { understand } from '../src/chat/understand/understand.ts';

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const ROUNDS = 20;

/**
 * Time to understand one message, over all phrasings of the tests, warm: mean of all calls, and the slowest phrasing's
 * median. Its mean would mostly show on whom a pause of the machine fell: another phrasing in every run.
 */
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
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = performance.now();
      understand(text, context);
      times.push((performance.now() - before) * 1000);
    }
    times.sort((one, other) => one - other);
    total += times.reduce((sum, time) => sum + time, 0) / ROUNDS;
    slowest = Math.max(slowest, times[ROUNDS / 2]!);
  }
  return [
    { name: 'understanding, mean per call', value: total / texts.length, unit: 'µs' },
    { name: 'understanding, slowest phrasing', value: slowest, unit: 'µs' },
  ];
}
