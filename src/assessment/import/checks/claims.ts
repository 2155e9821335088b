import type { Figure, Finding } from '../../assessment.ts';
import { INDICATORS } from '../../indicators.ts';
import { formatScore } from '../../round.ts';
import type { Claim } from '../result-file.ts';

type ScoreOf = (no: number) => number | null;

/** What a claim says in words, and whether the scores in use bear it out; missing scores are passed over. */
function judge(claim: Claim, scoreOf: ScoreOf): { readonly says: string; readonly holds: boolean } {
  const known = INDICATORS.map(({ no }) => scoreOf(no)).filter((score) => score !== null);
  switch (claim.kind) {
    case 'descending': {
      const scores = claim.indicators.map(scoreOf).filter((score) => score !== null);
      return {
        says: `เรียงตามคะแนนจากมากไปน้อย: ตัวชี้วัดที่ ${claim.indicators.join(', ')}`,
        holds: scores.every((score, index) => index === 0 || (scores[index - 1] ?? score) >= score),
      };
    }
    case 'lowest': {
      const score = scoreOf(claim.indicator);
      return {
        says: `ตัวชี้วัดที่ ${claim.indicator} ได้คะแนนต่ำสุด`,
        holds: score === null || score === Math.min(...known),
      };
    }
    case 'above': {
      const above = known.filter((score) => score > claim.score).length;
      const missing = INDICATORS.length - known.length;
      return {
        says: `มี ${claim.count} ตัวชี้วัดที่ได้มากกว่า ${formatScore(claim.score)}`,
        holds: above <= claim.count && claim.count <= above + missing,
      };
    }
  }
}

/** Sentences of the document that the scores in use contradict: a sign that a score was misread. */
export function checkClaims(claims: readonly Claim[], figureOf: (no: number) => Figure | null): readonly Finding[] {
  return claims.flatMap((claim) => {
    const { says, holds } = judge(claim, (no) => figureOf(no)?.value ?? null);
    if (holds) return [];
    return [
      {
        code: 'claim-mismatch',
        about: claim.kind === 'lowest' ? `indicator:${claim.indicator}` : 'text',
        says,
        where: claim.where,
        used: 'คะแนนตามที่แสดง',
        why: 'คะแนนที่ใช้ไม่เป็นไปตามที่เอกสารกล่าว อาจมีคะแนนที่พิมพ์ผิด โปรดตรวจกับต้นฉบับ',
        needsConfirmation: true,
      },
    ];
  });
}
