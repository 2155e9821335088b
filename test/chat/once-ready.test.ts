import { expect, it } from 'vitest';
import { onceReady } from '../../src/chat/once-ready.ts';
import type { Handling } from '../../src/chat/reception.ts';
import { readEvents } from '../../src/line/webhook-event.ts';

const [event] = readEvents({ events: [{ type: 'follow' }] }) ?? [];

it('holds events back until the published results have been read, and adds nothing afterwards', async () => {
  let open = (): void => undefined;
  let isReady = false;
  const ready = new Promise<void>((resolve) => (open = resolve)).then(() => void (isReady = true));
  const answer: Handling = { kind: 'now', outcome: { messagesJson: '[]' } };
  let handled = 0;
  const handle = onceReady({ ready, isReady: () => isReady }, () => ((handled += 1), answer));
  if (!event) throw new Error('the event was not read');

  const early = handle(event);
  const waiting = early.kind === 'durable' ? early.run() : undefined;
  expect(handled).toBe(0);
  open();
  expect(await waiting).toEqual(answer.outcome);
  expect(handle(event)).toBe(answer);
});
