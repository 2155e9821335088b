import type { Config } from '../config.ts';
import { readProfile } from '../agency/profile-record.ts';
import { inspectChannel, type Check } from '../line/channel-inspection.ts';
import { assessments } from '../store/collections.ts';
import type { AgencyStore, Store } from '../store/port.ts';
import { EXIT, type ExitCode } from './command.ts';

export interface DoctorContext {
  readonly config: Config;
  readonly store: Store;
  /** Loads the card templates; throws with file and place of the first slip. */
  readonly loadCards: () => unknown;
  readonly print: (text: string) => void;
}

const SIGNS: Readonly<Record<Check['state'], string>> = { ok: '[ok]     ', warning: '[look]   ', problem: '[PROBLEM]' };

/** What LINE's API does not tell, so that a person has to look. */
const BY_HAND = [
  'LINE Developers Console > Messaging API: "Webhook redelivery" is on',
  'LINE Official Account Manager > Response settings: auto-reply messages and greeting message are off',
];

/** `prongsai doctor`: looks at everything that can be looked at from here and says what to do about what is wrong. */
export async function doctor({ config, store, loadCards, print }: DoctorContext): Promise<ExitCode> {
  const checks = [
    cardCheck(loadCards),
    ...(await storeChecks(store, config.orgId)),
    ...(config.channel ? await inspectChannel(config.channel, config.publicUrl) : [NO_CHANNEL]),
  ];
  for (const { name, state, says } of checks) print(`${SIGNS[state]} ${name}: ${says}`);
  if (config.channel)
    print(['', 'LINE does not tell these; please look yourself:', ...BY_HAND.map((one) => `  - ${one}`)].join('\n'));
  return checks.some((check) => check.state === 'problem') ? EXIT.failed : EXIT.ok;
}

const NO_CHANNEL: Check = {
  name: 'LINE channel',
  state: 'warning',
  says: 'none: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN. Until then npm start opens a phone screen on this machine',
};

function cardCheck(loadCards: () => unknown): Check {
  try {
    loadCards();
    return { name: 'cards', state: 'ok', says: "every template fits LINE's limits" };
  } catch (error) {
    return { name: 'cards', state: 'problem', says: error instanceof Error ? error.message : String(error) };
  }
}

async function storeChecks(store: Store, orgId: string): Promise<Check[]> {
  try {
    await store.ping();
    return [{ name: 'store', state: 'ok', says: 'answers' }, ...(await contentChecks(store.agency(orgId)))];
  } catch (error) {
    const says = `${error instanceof Error ? error.message : String(error)}. Check STORE`;
    return [{ name: 'store', state: 'problem', says }];
  }
}

async function contentChecks(agency: AgencyStore): Promise<Check[]> {
  const profile = await readProfile(agency);
  const { docs } = await agency.query(assessments);
  const years = (pick: 'published' | 'draft'): string =>
    docs
      .filter((doc) => doc.data[pick] !== null)
      .map((doc) => doc.id)
      .join(', ');
  const published = years('published');
  const drafts = years('draft');
  return [
    profile
      ? { name: 'agency', state: 'ok', says: profile.name }
      : { name: 'agency', state: 'problem', says: 'no profile yet: run npm run prongsai -- agency FILE.json' },
    published
      ? { name: 'published results', state: 'ok', says: published }
      : {
          name: 'published results',
          state: 'problem',
          says: 'none: run npm run prongsai -- import FILE.json, then publish YEAR',
        },
    ...(drafts ? [{ name: 'drafts', state: 'warning', says: `${drafts} wait for publish` } as const] : []),
  ];
}
