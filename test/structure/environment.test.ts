import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENVIRONMENT_KEYS } from '../../src/environment-variables.ts';

it('.env.example has a line for every environment variable and for no other', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const names = [...example.matchAll(/^([A-Z_]+)=$/gm)].map((match) => match[1]);
  expect(new Set(names)).toEqual(new Set(ENVIRONMENT_KEYS));
});
