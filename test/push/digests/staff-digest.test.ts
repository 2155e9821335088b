import { describe, expect, it } from 'vitest';
import { newSince, type NewFeedback } from '../../../src/push/digests/feedback-since.ts';
import { staffDigest } from '../../../src/push/digests/staff-digest.ts';
import { altTextOf, postbacksIn, wordsOn } from '../../chat/answers/look-into.ts';
import { CARDS } from '../../chat/answers/knowledge.ts';

const FACTS = { agency: undefined, assessments: [], measures: [], now: new Date('2026-11-22T03:00:00Z') };
const NOTHING: NewFeedback = { about: [], sinceYear: null };
const NONE = { all: 0, own: null, left: 0 };

/** The card of a division: its altText, all its words, and what its buttons ask. */
function card(division: string | null, news: Parameters<typeof staffDigest>[2]) {
  const data = staffDigest(FACTS, division, news);
  if (data === null) return null;
  const message = CARDS.render('push-staff-digest', data);
  const reply = { messages: [message], writes: [] };
  return { alt: altTextOf(message), words: wordsOn(reply), buttons: postbacksIn(reply) };
}

describe('the digest of a division', () => {
  it('says of what waits for an answer what is its own and what is nobody’s', () => {
    const said = card('finance', { fresh: NOTHING, waiting: { all: 5, own: 3, left: 0 } });
    expect(said?.alt).toContain('ความเห็นรอคำตอบ 5 เรื่อง: ของสังกัด 3 ยังไม่ระบุสังกัด 2');
    expect(said?.words).toContain('ความเห็นรอคำตอบ 5 เรื่อง\nของสังกัดท่าน 3 · ยังไม่ระบุสังกัด 2');
    expect(said?.words).not.toContain('ค้างจาก');
  });

  it('says to those of the whole agency what waits in all of it', () => {
    const said = card(null, { fresh: NOTHING, waiting: { all: 12, own: null, left: 0 } });
    for (const words of [said?.alt, said?.words]) expect(words).toContain('ความเห็นรอคำตอบ 12 เรื่อง');
    expect(`${said?.alt} ${said?.words}`).not.toContain('สังกัด');
  });

  it('says what is left over from the round before, and leads there if that is all', () => {
    const mixed = card(null, { fresh: NOTHING, waiting: { all: 12, own: null, left: 4 } });
    expect(mixed?.words).toContain('ในจำนวนนี้ค้างจากรอบปีงบประมาณ 2569 จำนวน 4 เรื่อง');
    expect(mixed?.buttons).toContain('intent=feedback_inbox');
    const old = card(null, { fresh: NOTHING, waiting: { all: 4, own: null, left: 4 } });
    expect(old?.buttons).toContain('intent=feedback_inbox&round=last');
  });

  it('calls answers new only if the ones before have been told of, and nobody’s in particular', () => {
    const now = { fiscalYear: 2570, about: { i6: 12 } };
    const first = newSince(now, undefined);
    expect(card('finance', { fresh: first, waiting: NONE })?.words).toContain('ความเห็นถึงหน่วยงานตั้งแต่ต้นปีงบประมาณ 2570');
    const inNewRound = newSince(now, { fiscalYear: 2569, about: { i6: 9 } });
    expect(inNewRound).toEqual({ about: [{ indicator: 6, n: 12 }], sinceYear: 2570 });
    const next = newSince(now, { fiscalYear: 2570, about: { i6: 9 } });
    expect(next).toEqual({ about: [{ indicator: 6, n: 3 }], sinceYear: null });
    const said = card('finance', { fresh: next, waiting: NONE });
    expect(said?.words).toContain('ความเห็นใหม่ถึงหน่วยงาน');
    expect(said?.words).not.toMatch(/ตั้งแต่ต้นปี|ประชาชน/);
  });

  it('is not made when there is nothing to say', () => {
    expect(card('finance', { fresh: NOTHING, waiting: { all: 0, own: 0, left: 0 } })).toBeNull();
  });
});
