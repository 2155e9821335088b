import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import jsone from 'json-e';
import type { LineMessage } from '../line/message.ts';
import type { Problem } from '../line/problem.ts';
import { CardError } from './card-error.ts';
import type { Cards } from './cards.ts';
import { insertParts, readPart, type Part } from './parts.ts';
import { loadTheme } from './load-theme.ts';
import { readJson } from './read-json.ts';
import { paint, type Theme } from './theme.ts';

export interface CardTools {
  /** What templates may call, e.g. `postback('help', {})`. Pure functions. */
  readonly functions: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** LINE's limits: what it would refuse in a list of messages. */
  readonly check: (messages: unknown) => readonly Problem[];
}

/**
 * Reads every template in `dir` once: cards `NAME.json`, their sample data `NAME.sample.json` (one object or a list of them),
 * shared pieces `parts/NAME.json` and the colours `theme.json`. Fills each card with each sample and checks the result
 * against LINE's limits, so that a mistake in a file stops the start and never reaches a person. Throws CardError.
 */
export function loadCards(dir: string, tools: CardTools): Cards {
  const files = listJson(dir).filter((file) => file !== 'theme.json');
  const theme = loadTheme(dir);
  const parts = loadParts(dir, theme);
  const templates = new Map<string, unknown>();
  for (const file of files.filter((file) => !file.endsWith('.sample.json')))
    templates.set(file.slice(0, -'.json'.length), insertParts(file, paint(file, readJson(dir, file), theme), parts));

  const cards: Cards = {
    names: [...templates.keys()],
    render(name, data) {
      const template = templates.get(name);
      if (template === undefined)
        throw new CardError(`${name}.json`, `there is no such card. There are: ${cards.names.join(', ')}.`);
      return fill(`${name}.json`, template, { ...tools.functions, ...data }, tools.check);
    },
  };
  for (const name of cards.names) trySamples(dir, name, cards);
  const strays = files.filter(
    (file) => file.endsWith('.sample.json') && !templates.has(file.slice(0, -'.sample.json'.length)),
  );
  if (strays[0]) throw new CardError(strays[0], 'is a sample without a card: rename it or delete it.');
  return cards;
}

function listJson(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch (error) {
    throw new CardError(dir, 'this folder of card templates cannot be read.', { cause: error });
  }
}

function loadParts(dir: string, theme: Theme): ReadonlyMap<string, Part> {
  const files = listJson(join(dir, 'parts')).map((file) => `parts/${file}`);
  return new Map(
    files.map((file) => [
      file.slice('parts/'.length, -'.json'.length),
      readPart(file, paint(file, readJson(dir, file), theme)),
    ]),
  );
}

function trySamples(dir: string, name: string, cards: Cards): void {
  const file = `${name}.sample.json`;
  const content = readJson(dir, file);
  const samples: unknown[] = Array.isArray(content) ? content : [content];
  if (samples.length === 0) throw new CardError(file, 'has no sample: add at least one object.');
  for (const sample of samples) {
    if (typeof sample !== 'object' || sample === null)
      throw new CardError(file, 'must be an object with the values of the card, or a list of such objects.');
    cards.render(name, sample);
  }
}

function fill(file: string, template: unknown, context: object, check: CardTools['check']): LineMessage {
  let message: unknown;
  try {
    message = jsone(template as Record<string, unknown>, context);
  } catch (error) {
    // JSON-e adds the place in the template only in toString().
    throw new CardError(file, `cannot be filled: ${String(error)}.`, { cause: error });
  }
  const problems = check([message]);
  if (problems.length > 0)
    throw new CardError(
      file,
      `LINE would refuse the filled card: ${problems.map((p) => `${p.property} ${p.message}`).join('; ')}.`,
    );
  // `check` has just accepted it as a message.
  return message as LineMessage;
}
