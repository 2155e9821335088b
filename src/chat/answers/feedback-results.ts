import { INDICATORS, indicatorOf } from '../../assessment/indicators.ts';
import type { PublicTally } from '../../feedback/public-tallies.ts';
import { SCALE } from '../../feedback/scale.ts';
import { answeringIndicator } from '../../measures/answering.ts';
import type { Answer } from '../answer.ts';
import { measureRow, visibleMeasures } from '../card-data/measures.ts';
import { encodePostback } from '../postback.ts';
import { cardReply } from './card-reply.ts';
import { noSuchIndicator } from './indicator-score.ts';

const MEASURES_ON_A_CARD = 3;

/** "คนอื่นว่ายังไง": what people told the agency about an indicator, and what it does about it. */
export const feedbackResults: Answer<'feedback_results'> = ({ indicator: no }, context) => {
  if (no === undefined) {
    const indicators = INDICATORS.filter(({ instrument }) => instrument === 'EIT').map(({ no, name }) => ({
      text: `${no}. ${name}`,
      data: encodePostback('feedback_results', { indicator: no }),
    }));
    return cardReply(context, 'feedback-results-of', { indicators });
  }
  const info = indicatorOf(no);
  if (!info) return noSuchIndicator(no, context);
  const { knowledge } = context;
  const year = context.currentFiscalYear;
  const items = knowledge.assessments.flatMap((assessment) => assessment.items);
  const measures = answeringIndicator(visibleMeasures(knowledge), no, items).toReversed();
  return {
    needs: 'store',
    finish: async (desk) => {
      const said = await desk.results.of(year, no);
      return cardReply(context, 'feedback-results', {
        year,
        no,
        name: info.name,
        ...shown(said),
        measures: measures.slice(0, MEASURES_ON_A_CARD).map(measureRow),
        give: encodePostback('give_feedback', { indicator: no }),
      });
    },
  };
};

/** `said`: null if nothing may be told yet; `close`: because what is new would tell what a few people said. */
function shown(said: PublicTally): object {
  if (said.kind !== 'shown') return { said: null, close: said.kind === 'close' };
  const { n, mean, shares } = said.tally;
  const rows = SCALE.map(({ face, name }, step) => ({ name: `${face} ${name}`, share: (shares[step] ?? 0) * 100 }));
  return { said: { n, mean: mean ?? 0, at: said.at, rows: rows.toReversed() }, close: false };
}
