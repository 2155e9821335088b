import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { resultAnnouncement } from '../../../src/push/digests/result-announcement.ts';
import { bangKhrok, CARDS } from '../../chat/answers/knowledge.ts';

/** The card for a result whose document is at that address. */
function announced(url: string): object {
  const result = bangKhrok();
  const facts = {
    agency: undefined,
    assessments: [{ ...result, source: { ...result.source, url } }],
    measures: [],
    now: new Date('2026-11-22T03:00:00Z'),
  };
  const data = resultAnnouncement(facts, result.fiscalYear);
  if (data === null) throw new Error('the year is published');
  return CARDS.render('push-results', data);
}

describe('the announcement of a result', () => {
  it('links to its document', () => {
    expect(JSON.stringify(announced('https://example.go.th/ita.pdf'))).toContain('https://example.go.th/ita.pdf');
  });

  // Percent-encoded, each of these letters is nine characters.
  it.each([`https://example.go.th/${'ก'.repeat(400)}.pdf`, `https://example.go.th/${'a'.repeat(1_200)}`])(
    'names a document whose address LINE would not open, and goes out all the same',
    (url) => {
      const card = announced(url);
      expect(checkMessages([card])).toEqual([]);
      expect(JSON.stringify(card)).toContain('ที่มา: ');
    },
  );
});
