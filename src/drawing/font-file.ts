import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The weights the pictures use. */
export const WEIGHTS = [400, 700] as const;
export type Weight = (typeof WEIGHTS)[number];

const NAMES: Readonly<Record<Weight, string>> = { 400: '400Regular', 700: '700Bold' };

/** Sarabun (SIL Open Font License), the letterform of Thai official documents. */
export const FAMILY = 'Sarabun';

/** Path of the TrueType file of a weight. It is alone in its folder. */
export function fontFile(weight: Weight): string {
  const package_ = createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json');
  const name = NAMES[weight];
  return join(dirname(package_), name, `Sarabun_${name}.ttf`);
}
