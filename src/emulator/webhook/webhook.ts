import type { EmulatorOptions } from '../options.ts';
import type { Delivery, WebhookEvent } from '../world/entry.ts';
import type { World } from '../world/world.ts';
import { type Posted, postWebhook } from './post-webhook.ts';

export interface Webhook {
  readonly url: () => string | undefined;
  readonly setUrl: (url: string) => void;
  /**
   * Sends an event: once, as copies where the settings ask for duplicates, and again after a failure where they ask for
   * redelivery. `onAttempt` hears of every attempt. Never throws.
   */
  readonly deliver: (
    event: WebhookEvent,
    onAttempt: (delivery: Delivery) => void,
    isRedelivery?: boolean,
  ) => Promise<Delivery>;
  /** The call of LINE's "Verify" button: no events. */
  readonly verify: (url?: string) => Promise<Posted>;
  /** Ends waiting for redeliveries. */
  readonly close: () => void;
}

const NOWHERE: Posted = { status: null, ms: 0, reason: 'COULD_NOT_CONNECT', detail: 'no webhook URL is set' };

export function createWebhook(options: EmulatorOptions, world: World): Webhook {
  const { channelSecret, webhookTimeoutMs: timeoutMs = 2000, redeliverAfterMs = [1000, 5000, 15_000] } = options;
  let url = options.webhookUrl;
  const closing = new AbortController();

  const post = (events: readonly object[], to = url): Promise<Posted> =>
    to === undefined
      ? Promise.resolve(NOWHERE)
      : postWebhook({ url: to, channelSecret, timeoutMs }, world.bot.userId, events);

  const attempt = async (event: WebhookEvent, isRedelivery: boolean): Promise<Posted> => {
    if (event.replyToken !== undefined) world.replyTokens.delivered(event.replyToken);
    const sent = { ...event, deliveryContext: { isRedelivery } };
    const copies = Array.from({ length: world.settings.duplicates }, () => post([sent]));
    const [first] = await Promise.all([post([sent]), ...copies]);
    options.log?.(`webhook ${event.type} ${first.status ?? first.reason} ${first.ms} ms`);
    return first;
  };

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });

  return {
    url: () => url,
    setUrl: (next) => {
      url = next;
    },
    deliver: async (event, onAttempt, isRedelivery = false) => {
      for (let attempts = 1; ; attempts += 1) {
        const { status, ms, reason, detail } = await attempt(event, isRedelivery || attempts > 1);
        const error = reason === 'OK' ? {} : { error: `${reason}: ${detail}` };
        const delivery: Delivery = { status, ms, attempts, ...error };
        onAttempt(delivery);
        const wait = redeliverAfterMs[attempts - 1];
        if (reason === 'OK' || !world.settings.redelivery || wait === undefined) return delivery;
        await pause(wait);
        if (closing.signal.aborted) return delivery;
      }
    },
    verify: (to) => post([], to),
    close: () => {
      closing.abort();
    },
  };
}
