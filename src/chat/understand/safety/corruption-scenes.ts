import type { Concept } from '../lexicon/lexicon.ts';
import type { Sign } from './corruption-signs.ts';
import type { Mark, Story } from './story.ts';

/** With one of these, a question is more than a question about rules: "โดนแบบนี้แจ้งได้ไหม". */
const CONCERNED: readonly Mark[] = ['suffered', 'witnessed', 'report_it', 'tip_off', 'anonymous'];
/** A question about rules, a way to somewhere. */
const ASKS: readonly Mark[] = ['question', 'may_it', 'what_is', 'which', 'about', 'term_no_gift'];

const WHO: readonly Mark[] = ['officer', 'official'];
/** Handed over, or pressed for. */
const HANDED: readonly Concept[] = ['treat', 'gift', 'pay', 'demand_money', 'takes_money'];
/** What belongs to all. */
const PUBLIC: readonly Mark[] = ['aid', 'public_money', 'public_property'];
/** Where it should not go. */
const PRIVATE: readonly Mark[] = ['private_use', 'pockets', 'own_gain', 'nepotism'];
/** What an office should give by rule, and what somebody gets instead. */
const GAINS: readonly Mark[] = ['gains', 'no_contest', 'hires'];

/** Somebody tells of something: neither praises nor only asks what the rules are. */
function tells({ any, share }: Story): boolean {
  // "เปอร์เซ็นต์" alone asks how much; after a number it says how much.
  const asks = any(...ASKS) || (any('how_much') && !share);
  return !any('praise', 'thanks') && (!asks || any(...CONCERNED));
}

function handed({ stands }: Story): boolean {
  return HANDED.some((concept) => stands(concept) > 0);
}

/**
 * Scenes: two or three kinds of parts that do not belong together in honest business. All are only looked at where
 * somebody tells, and does not praise or ask for the rules.
 */
const SCENES: readonly Sign[] = [
  {
    why: 'somebody close to an official gets something',
    holds: ({ any, kinOfOfficial }) => kinOfOfficial && any(...GAINS),
  },
  { why: 'connections get ahead', holds: ({ any }) => any('connections') && any('gains', 'no_contest') },
  {
    why: 'got without a contest',
    holds: ({ any }) => any('no_contest') && any('gains', 'hires', 'procurement', 'kin', ...WHO),
  },
  {
    why: 'treats or gifts for a favour',
    holds: ({ any, stands, persons }) =>
      (stands('treat') > 0 || stands('gift') > 0) &&
      (persons > 1 ||
        (any('favour_done', 'for_favour', 'office_good', 'exchange', 'unless_paid') &&
          any('must', 'suffered', 'they', ...WHO))),
  },
  {
    why: 'something handed over decides whether work is done',
    holds: (story) =>
      handed(story) && story.any('favour_done') && !story.any('town_services', 'not_ours', 'official_fee'),
  },
  {
    why: 'an amount is asked by an official for a favour',
    holds: ({ any }) =>
      any('asks_for') && any('baht') && any('favour_done', 'for_favour') && any('they', ...WHO) && !any('official_fee'),
  },
  {
    why: 'money is pressed for, or passes in secret',
    holds: (story) =>
      (story.stands('demand_money') > 0 && story.any('must', 'secretly')) ||
      (story.any('secretly') && story.any('anonymous', ...WHO) && handed(story)),
  },
  {
    why: 'an official has money handed over',
    holds: (story) =>
      story.any(...WHO) &&
      story.any('gift', 'demand_money') &&
      handed(story) &&
      story.any('must') &&
      !story.any('official_fee'),
  },
  {
    why: 'who did not pay is punished',
    holds: ({ any }) =>
      any('refuses_to_pay') &&
      any('punished') &&
      any('they', 'suffered', ...WHO, ...GAINS) &&
      !any('official_fee', 'town_services'),
  },
  {
    why: 'something in exchange for what an office gives',
    holds: ({ any }) => any('exchange') && any('office_good') && any('must', 'treat', 'pay', 'gift', ...WHO),
  },
  {
    why: 'a thing of the agency is taken or used privately',
    holds: ({ any, agencyAsset }) => agencyAsset && any('private_use', 'pockets') && !any('borrow', 'grumble'),
  },
  {
    why: 'aid or public money is pocketed',
    holds: ({ any }) => any(...PUBLIC) && (any('pockets') || (any(...WHO) && any(...PRIVATE) && !any('borrow'))),
  },
  {
    why: 'public material or labour at the home of an official',
    holds: ({ any, homeOfOfficial }) =>
      homeOfOfficial && (any('material', ...PUBLIC) || (any('labour', 'subordinate') && any('must', 'orders'))),
  },
  {
    why: 'bought at a price beyond the market',
    holds: ({ any }) => any('inflated') && any('procurement', 'agency', 'public_money', 'public_property', ...WHO),
  },
  {
    why: 'a share of public work is kept back',
    holds: ({ any, share }) =>
      share &&
      (any('procurement', 'public_money', 'hires') ? any('asks_for', 'pay', 'must') : any('must') && any(...WHO)),
  },
  {
    why: 'an official presses for money',
    holds: (story) =>
      story.any(...WHO) &&
      (handed(story) || story.any('money')) &&
      (story.any('hints', 'secretly', 'refuses_to_pay') || (story.any('suffered') && story.any('money', 'baht'))) &&
      !story.any('official_fee', 'town_services', 'grumble', 'denial'),
  },
  {
    why: 'ends up at the place of an official',
    holds: ({ any, homeOfOfficial }) => homeOfOfficial && any('pockets'),
  },
  {
    why: 'less arrives than was given',
    holds: ({ any }) =>
      any('shortfall') && any('number_word', 'aid', 'material', 'claims', 'public_money', 'procurement'),
  },
  { why: 'paid to those who are dead', holds: ({ any }) => any('dead') && any('claims') },
  {
    why: 'aid is cut short',
    holds: ({ any, stands }) =>
      any('aid') && any('suffered') && (stands('demand_money') > 0 || stands('corrupt') > 0 || any('baht')),
  },
  {
    why: 'money is taken for what was not done',
    holds: ({ any, stands }) => any('not_done') && stands('takes_money') > 0 && any('they', ...WHO),
  },
  {
    why: 'money is seen to be taken',
    holds: ({ any, stands }) => stands('takes_money') > 0 && any('anonymous', 'secretly'),
  },
  {
    why: 'wants to tell of an official without being named',
    holds: ({ any }) => any('report_it') && any('misdeed') && any('anonymous') && any(...WHO),
  },
];

/** Why `story` is a scene of corruption, or undefined if it is none. */
export function sceneOf(story: Story): string | undefined {
  return tells(story) ? SCENES.find((scene) => scene.holds(story))?.why : undefined;
}
