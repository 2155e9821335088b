import { encodeQR } from 'qr';

/** Light modules that must stay empty on every side, or cameras miss the code (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/**
 * The dark (true) and light modules of a code, by row, without the quiet zone. A quarter of it may be dirty or torn
 * (level Q): paper at a counter gets both. Throws if the text is longer than a code can hold (1,663 bytes).
 */
export function qrModules(text: string): boolean[][] {
  // The library draws a border of at least one module.
  const framed = encodeQR(text, 'raw', { ecc: 'quartile', border: 1 });
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/** The dark modules as an SVG path, one rectangle for each run of a row; the top left module begins at `x`, `y`. */
export function qrPath(modules: readonly (readonly boolean[])[], x: number, y: number, size: number): string {
  let path = '';
  for (const [row, cells] of modules.entries()) {
    for (let from = 0; from < cells.length; from += 1) {
      if (!cells[from]) continue;
      let to = from + 1;
      while (cells[to]) to += 1;
      path += `M${x + from * size} ${y + row * size}h${(to - from) * size}v${size}h${-(to - from) * size}z`;
      from = to;
    }
  }
  return path;
}
