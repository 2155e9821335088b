import { qrModules, qrPath, QUIET_ZONE } from './qr-modules.ts';

/** Printed width (mm) when nobody scales it; 30 mm is the least a phone reads well at arm's length. */
const PRINTED_MM = 60;

/** A code with its quiet zone as an SVG file: black on white, one unit per module. Throws if the text is too long. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET_ZONE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PRINTED_MM}mm" height="${PRINTED_MM}mm" viewBox="0 0 ${side} ${side}"`,
    ` role="img" aria-label="QR code" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}h${-side}z"/><path d="${qrPath(modules, QUIET_ZONE, QUIET_ZONE, 1)}"/></svg>\n`,
  ].join('');
}
