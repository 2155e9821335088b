import type { LineBotClient } from '@line/bot-sdk';
import type { LineChannel } from './channel.ts';

/** One thing looked at: how it is, and if it is not well, what to do now. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly says: string;
}

/** Time for one call (ms): the SDK itself sets none. */
const DEADLINE_MS = 10_000;

/**
 * Asks LINE how the channel is set up: token, account, webhook, a test delivery, quota. What LINE's API does not tell
 * (redelivery, auto-reply, greeting) is not guessed at. Costs no messages.
 */
export async function inspectChannel(channel: LineChannel, publicUrl: string | undefined): Promise<readonly Check[]> {
  const { LineBotClient: Client } = await import('@line/bot-sdk');
  const client = Client.fromChannelAccessToken({
    channelAccessToken: channel.channelAccessToken,
    apiBaseURL: channel.apiBaseUrl,
  });
  const account = await accountCheck(client);
  if (account.some((check) => check.state === 'problem')) return account;
  return [...account, ...(await webhookChecks(client, publicUrl)), ...(await quotaCheck(client))];
}

async function accountCheck(client: LineBotClient): Promise<Check[]> {
  const bot = await ask(() => client.getBotInfo());
  if ('failed' in bot) {
    return [
      problem(
        'LINE channel',
        `${bot.failed}. Check LINE_CHANNEL_ACCESS_TOKEN (LINE Developers Console > Messaging API)`,
      ),
    ];
  }
  const { displayName, basicId, chatMode } = bot.value;
  const checks = [ok('LINE channel', `${displayName} (${basicId})`)];
  if (chatMode === 'chat') {
    checks.push(
      warning(
        'chat mode',
        'chats are on: turn off auto-reply messages and greeting in LINE Official Account Manager > Response settings, or users get two answers',
      ),
    );
  }
  return checks;
}

async function webhookChecks(client: LineBotClient, publicUrl: string | undefined): Promise<Check[]> {
  const endpoint = await ask(() => client.getWebhookEndpoint());
  if ('failed' in endpoint) {
    return [problem('webhook', `${endpoint.failed}. Set the webhook URL in LINE Developers Console > Messaging API`)];
  }
  const { endpoint: url, active } = endpoint.value;
  const checks: Check[] = [];
  if (!active)
    checks.push(problem('webhook', `is off: turn on "Use webhook" in LINE Developers Console > Messaging API`));
  if (publicUrl !== undefined && url !== `${publicUrl}/webhook`) {
    checks.push(problem('webhook', `LINE calls ${url}, but this server is ${publicUrl}/webhook: change one of them`));
  }
  if (checks.length === 0) checks.push(ok('webhook', url));
  const test = await ask(() => client.testWebhookEndpoint({}));
  if ('failed' in test) checks.push(warning('webhook test', test.failed));
  else if (test.value.success) checks.push(ok('webhook test', 'LINE reached this server'));
  else {
    checks.push(
      problem(
        'webhook test',
        `${test.value.reason} ${test.value.detail}: is the server running and reachable over https?`,
      ),
    );
  }
  return checks;
}

async function quotaCheck(client: LineBotClient): Promise<Check[]> {
  const quota = await ask(() => client.getMessageQuota());
  const used = await ask(() => client.getMessageQuotaConsumption());
  if ('failed' in quota || 'failed' in used) return [warning('quota', 'could not be read')];
  const { value } = quota.value;
  const { totalUsage } = used.value;
  if (value === undefined) return [ok('quota', `${totalUsage} pushed messages this month, no limit`)];
  const says = `${totalUsage} of ${value} pushed messages used this month`;
  return [
    totalUsage >= value
      ? warning('quota', `${says}: pushes wait until next month; answers are free`)
      : ok('quota', says),
  ];
}

type Asked<T> = { readonly value: T } | { readonly failed: string };

async function ask<T>(call: () => Promise<T>): Promise<Asked<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Asked<T>>((resolve) => {
    timer = setTimeout(() => resolve({ failed: `LINE did not answer within ${DEADLINE_MS / 1000} s` }), DEADLINE_MS);
  });
  try {
    return await Promise.race([call().then((value) => ({ value })), late]);
  } catch (error) {
    const status = (error as { status?: unknown }).status;
    return { failed: typeof status === 'number' ? `LINE answered ${status}` : 'LINE could not be reached' };
  } finally {
    clearTimeout(timer);
  }
}

const ok = (name: string, says: string): Check => ({ name, state: 'ok', says });
const warning = (name: string, says: string): Check => ({ name, state: 'warning', says });
const problem = (name: string, says: string): Check => ({ name, state: 'problem', says });
