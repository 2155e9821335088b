import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

it('logs an error with class, code and message, but not its stack or what a library hung on it', () => {
  const stream = new PassThrough();
  const log = createLog('info', stream);
  const error = Object.assign(new TypeError('it broke'), { code: 'E1', request: { text: 'ความลับ' } });
  log.error({ err: error }, 'failed');
  const line = JSON.parse(String(stream.read())) as Record<string, unknown>;
  expect(line).toMatchObject({
    level: 'error',
    msg: 'failed',
    err: { type: 'TypeError', code: 'E1', message: 'it broke' },
  });
  expect(JSON.stringify(line)).not.toContain('ความลับ');
  expect(line['err']).not.toHaveProperty('stack');
});

it('leaves LINE ids out of error messages, wherever they come from', () => {
  const stream = new PassThrough();
  const id = `U${'0123456789abcdef'.repeat(2)}`;
  createLog('info', stream).warn({ err: new Error(`writing people/${id} failed`) }, 'failed');
  expect(String(stream.read())).not.toContain(id);
});
