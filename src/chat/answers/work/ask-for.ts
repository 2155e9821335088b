import type { Measure } from '../../../measures/measure.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import type { Officer } from '../as-officer.ts';
import { personalReply } from '../card-reply.ts';
import { encodePostback } from '../../postback.ts';
import type { RequestOf } from '../../request.ts';
import { workButtons, workData, type WorkButton } from './work-buttons.ts';

/** How long the chat waits (ms). Past it a message is a question again. */
const WAITS_MS = 10 * 60_000;

/** What the next message is to be. */
export type AskedFor = 'note' | 'picture' | 'percent' | 'stop' | 'title';

export interface Asking {
  readonly what: AskedFor;
  /** What it is about: a measure's title, or what a new one is to answer. */
  readonly about: string;
  /** What was wrong with what came; null at first. */
  readonly wrong: string | null;
  /** Offered besides: what can be tapped instead. */
  readonly quick: readonly WorkButton[];
  /** Where "cancel" leads. */
  readonly cancel: string;
}

/** Asks for the next message and waits for it; it comes back as `request` with its input. */
export function askFor(
  asking: Asking,
  request: RequestOf<'work_measure'> | RequestOf<'add_measure'>,
  officer: Officer,
  context: AnswerContext,
): Reply {
  return {
    ...personalReply(context, 'work-ask', { ...asking }),
    waitFor: {
      for: 'input',
      request: encodePostback(request.intent, request.slots),
      picture: asking.what === 'note' || asking.what === 'picture',
      untilMs: officer.eventMs + WAITS_MS,
    },
  };
}

/** The same for words or a picture about a measure. */
export function askAbout(
  measure: Measure,
  what: Exclude<AskedFor, 'title'>,
  wrong: string | null,
  officer: Officer,
  context: AnswerContext,
): Reply {
  const { no, title, revision: rev } = measure;
  const slots = {
    measure: no,
    year: measure.fiscalYear,
    act: what,
    ...(what === 'stop' || what === 'percent' ? { rev } : {}),
  };
  const percents = workButtons(measure, officer.staff).quick.filter(({ label }) => label.endsWith('%'));
  return askFor(
    {
      what,
      about: `มาตรการที่ ${no} ${title}`,
      wrong,
      quick: what === 'percent' ? percents : [],
      cancel: workData(measure, {}),
    },
    { intent: 'work_measure', slots },
    officer,
    context,
  );
}
