import { EIT_2565 } from './eit-2565.ts';
import { IIT_2564 } from './iit-2564.ts';
import { IIT_2567 } from './iit-2567.ts';
import type { ItemFact } from './item-fact.ts';
import { OIT_2564, OIT_2565 } from './oit-2564.ts';
import { OIT_2566, OIT_2567, OIT_2568, OIT_2569 } from './oit-later.ts';

/** Other bodies run their own "ITA" with the same letters and other numbers; items of one never explain another's. */
type Family = 'NACC';

const hidden = (items: readonly ItemFact[]): readonly ItemFact[] =>
  items.map((item) => ({ ...item, confirmed: false }));

/** Everything known about items, by family and fiscal year. */
const CATALOGUE: Readonly<Record<Family, ReadonlyMap<number, readonly ItemFact[]>>> = {
  NACC: new Map([
    // The wording of E items is printed in a 2565 report only.
    [2564, [...IIT_2564, ...hidden(EIT_2565), ...OIT_2564]],
    [2565, [...IIT_2564, ...EIT_2565, ...OIT_2565]],
    [2566, OIT_2566],
    [2567, [...IIT_2567, ...OIT_2567]],
    [2568, OIT_2568],
    [2569, OIT_2569],
  ]),
};

/** Items of a fiscal year, confirmed or not; for checks, never for showing (see `itemFact`). */
export function itemCatalogue(fiscalYear: number, family: Family = 'NACC'): readonly ItemFact[] {
  return CATALOGUE[family].get(fiscalYear) ?? [];
}

/** A confirmed item of that year, or undefined: then nothing may be said about what it asks. */
export function itemFact(fiscalYear: number, code: string): ItemFact | undefined {
  return itemCatalogue(fiscalYear).find((item) => item.code === code && item.confirmed);
}

/** What a confirmed item is about, e.g. I23 of 2565; undefined if it is unknown or not confirmed for the year. */
export function itemTopic(fiscalYear: number, code: string): string | undefined {
  return itemFact(fiscalYear, code)?.topic;
}

/** The code whose official wording that is in the year, spacing ignored; undefined if the wording is not known. */
export function codeOfWording(fiscalYear: number, wording: string): string | undefined {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200B-\u200D\uFEFF]/g, '');
  const wanted = plain(wording);
  return itemCatalogue(fiscalYear).find((item) => item.wording !== undefined && plain(item.wording) === wanted)?.code;
}

/** Official wording of the question where it has been seen in a document, else undefined. */
export function itemWording(fiscalYear: number, code: string): string | undefined {
  return itemFact(fiscalYear, code)?.wording;
}
