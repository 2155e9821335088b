import { dayOf } from '../bangkok-time.ts';
import type { Measure } from './measure.ts';

type LastNote = NonNullable<Measure['lastNote']>;

/**
 * The last note once there is something new to it. Words, link and picture of one day of Bangkok belong together, each the newest
 * of its kind; what comes on another day stands alone, so that no picture is shown beside words it has nothing to do with.
 */
export function withNews(
  known: LastNote | null,
  news: Partial<Pick<LastNote, 'text' | 'link' | 'picture'>>,
  at: Date,
): LastNote {
  const sameDay = known !== null && dayOf(new Date(known.at)) === dayOf(at);
  const kept = sameDay ? known : { text: null, link: null, picture: null };
  return {
    text: news.text ?? kept.text,
    link: news.link ?? kept.link,
    picture: news.picture ?? kept.picture,
    at: at.toISOString(),
  };
}
