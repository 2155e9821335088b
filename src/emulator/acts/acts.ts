import { createBelonging } from './belong.ts';
import { createSayings } from './say.ts';
import type { Stage } from './stage.ts';
import { createTaps } from './tap.ts';

export type Acts = ReturnType<typeof createActs>;

/** Everything a persona can do. Each act throws ActError if it is not possible now. */
export const createActs = (stage: Stage, url: () => string) => ({
  ...createSayings(stage, url),
  ...createTaps(stage),
  ...createBelonging(stage),
  redeliver: stage.again,
});
