import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CARD_FUNCTIONS } from '../../src/flex/card-functions.ts';
import { CardError } from '../../src/flex/card-error.ts';
import { loadCards } from '../../src/flex/load-cards.ts';
import { checkMessages } from '../../src/line/limits/check-messages.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cards-'));
  write('theme.json', { accent: '#0B6B5E' });
  write('parts/line.json', {
    about: 'one line',
    needs: ['words'],
    part: { type: 'text', text: '${words}', color: '${theme.accent}' },
  });
  write('hello.json', card([{ $part: 'line', with: { words: 'สวัสดี ${name}' } }]));
  write('hello.sample.json', { name: 'ทุกท่าน' });
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function card(contents: unknown, more: object = {}): object {
  const body = { type: 'box', layout: 'vertical', contents };
  return { type: 'flex', altText: 'สวัสดี', contents: { type: 'bubble', body }, ...more };
}

const load = () => loadCards(dir, { functions: CARD_FUNCTIONS, check: checkMessages });

describe('loading cards', () => {
  it('fills a card, its parts and its colours', () => {
    expect(load().render('hello', { name: 'คุณแดง' })).toEqual(
      card([{ type: 'text', text: 'สวัสดี คุณแดง', color: '#0B6B5E' }]),
    );
  });

  it('names its cards, and neither samples, parts nor the theme', () => expect(load().names).toEqual(['hello']));

  it.each([
    ['a comma too many', 'hello.json', '{"type": "flex",}', /^hello\.json: is not JSON .*comma/],
    ['a misspelt value', 'hello.json', card([{ $part: 'line', with: { words: '${nmae}' } }]), /^hello\.json: .*nmae/],
    ['a value the sample lacks', 'hello.sample.json', {}, /^hello\.json: cannot be filled: .*name/],
    ['a part that does not exist', 'hello.json', card([{ $part: 'lien' }]), /^hello\.json: .*"lien".*There are: line/],
    ['a part without its values', 'hello.json', card([{ $part: 'line' }]), /^hello\.json: .*"line" also needs words/],
    [
      'a value that the part does not know',
      'hello.json',
      card([{ $part: 'line', with: { words: 'a', word: 'b' } }]),
      /^hello\.json: .*does not know word\. It needs: words/,
    ],
    [
      'something beside a part',
      'hello.json',
      card([{ $part: 'line', size: 'md' }]),
      /^hello\.json: .*only "with".*size/,
    ],
    [
      'a part inside itself',
      'parts/line.json',
      { about: 'a circle', needs: ['words'], part: { $part: 'line', with: { words: '${words}' } } },
      /^parts\/line\.json: .*contains itself/,
    ],
    [
      'a part without its list of values',
      'parts/line.json',
      { about: 'x', part: {} },
      /^parts\/line\.json: is not a part/,
    ],
    ['a colour that does not exist', 'hello.json', card([{ type: 'text', text: 'a', color: '${theme.red}' }]), /"red"/],
    ['a colour in short form', 'theme.json', { accent: '#0B6' }, /^theme\.json: [^]*#0B6B5E/],
    [
      'an empty text',
      'hello.json',
      card([{ type: 'text', text: '' }]),
      /^hello\.json: LINE would refuse.*\/body\/contents\/0/,
    ],
    ['a sample without its card', 'helo.sample.json', {}, /^helo\.sample\.json: is a sample without a card/],
    ['no sample in the list', 'hello.sample.json', [], /^hello\.sample\.json: has no sample/],
    ['a sample that is no object', 'hello.sample.json', ['x'], /^hello\.sample\.json: must be an object/],
  ])('stops at %s, naming file and fix', (_, file, content, message) => {
    write(file, content);
    expect(load).toThrow(CardError);
    expect(load).toThrow(message);
  });

  it('stops at a card without a sample', () => {
    rmSync(join(dir, 'hello.sample.json'));
    expect(load).toThrow(/^hello\.sample\.json: cannot be read/);
  });

  it('refuses an unknown card by naming those there are', () => {
    expect(() => load().render('bye', {})).toThrow(/^bye\.json: there is no such card\. There are: hello/);
  });

  it('refuses to hand out what LINE would refuse, whatever the data', () => {
    expect(() => load().render('hello', { name: 'ก'.repeat(40_000) })).toThrow(/LINE would refuse/);
  });

  it('takes data as text, never as a template', () => {
    const filled = load().render('hello', { name: '${theme} {"$eval": "name"}' });
    expect(JSON.stringify(filled)).toContain('${theme}');
  });
});
