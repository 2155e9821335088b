import { qrModules } from './qr-modules.ts';

/** Light modules around the code; a terminal is light or dark beyond them anyway. */
const QUIET = 2;

/**
 * A code in block characters, two rows of modules to a line. Light modules are drawn and dark ones left empty, which is right on
 * a dark terminal; on a light one it is the negative, which not every camera reads.
 */
export function qrBlocks(text: string): string {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET;
  const isLight = (row: number, column: number): boolean => modules[row - QUIET]?.[column - QUIET] !== true;
  const lines: string[] = [];
  for (let row = 0; row < side; row += 2) {
    const line = Array.from({ length: side }, (_, column) => {
      const [upper, lower] = [isLight(row, column), row + 1 < side && isLight(row + 1, column)];
      return upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    });
    lines.push(line.join(''));
  }
  return lines.join('\n');
}
