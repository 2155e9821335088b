import { readFileSync } from 'node:fs';
import { TEMPLATES } from '../src/app.ts';
import { CARD_TOOLS } from '../src/chat/card-tools.ts';
import { loadCards } from '../src/flex/load-cards.ts';
import { table } from './table.ts';
import { benchUnderstand } from './understand.ts';

const ROUNDS = 200;

/** Understanding per text, and filling a card per template (with its own sample), in µs. */
export function measureText(): void {
  console.log('\nUnderstanding and filling cards');
  const understanding = benchUnderstand().map(({ name, value }) => [name, value.toFixed(1), '< 200']);
  const filling = fillEveryCard();
  const slowest = filling.toSorted((a, b) => b.micros - a.micros)[0];
  const mean = filling.reduce((total, one) => total + one.micros, 0) / filling.length;
  table(
    ['', 'µs', 'aim'],
    [
      ...understanding,
      [`filling a card, mean of ${filling.length}`, mean.toFixed(0), ''],
      [`filling a card, slowest (${slowest?.name})`, (slowest?.micros ?? 0).toFixed(0), ''],
    ],
  );
}

function fillEveryCard(): { name: string; micros: number }[] {
  const cards = loadCards(TEMPLATES, CARD_TOOLS);
  return cards.names.map((name) => {
    const sample = JSON.parse(readFileSync(`${TEMPLATES}${name}.sample.json`, 'utf8')) as object | object[];
    const data = Array.isArray(sample) ? (sample[0] as object) : sample;
    const started = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) cards.render(name, data);
    return { name, micros: ((performance.now() - started) / ROUNDS) * 1_000 };
  });
}
