import type { LineEvent } from '../line/webhook-event.ts';
import type { KnowledgeWatch } from './knowledge.ts';
import type { Handling } from './reception.ts';

/**
 * Holds events back until what is published has been read once, so that nobody is told "no result yet" by a server that has
 * just started. If that takes longer than a webhook may wait, LINE is asked to deliver again.
 */
export function onceReady(
  knowledge: Pick<KnowledgeWatch, 'ready' | 'isReady'>,
  handle: (event: LineEvent) => Handling,
): (event: LineEvent) => Handling {
  return (event) => {
    if (knowledge.isReady()) return handle(event);
    return {
      kind: 'durable',
      run: async () => {
        await knowledge.ready;
        const handling = handle(event);
        return handling.kind === 'now' ? handling.outcome : handling.run();
      },
    };
  };
}
