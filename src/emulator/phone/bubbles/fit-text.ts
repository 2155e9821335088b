// adjustMode "shrink-to-fit": makes a single line smaller until it fits its place.

/** Smallest size in pixels; LINE names none, and below this nobody reads it. */
const SMALLEST = 6;

function fit(line: HTMLElement, full: number): void {
  line.style.fontSize = `${full}px`;
  const room = line.clientWidth;
  const needed = line.scrollWidth;
  if (room === 0 || needed <= room) return;
  let size = Math.max(SMALLEST, Math.floor((full * room) / needed));
  line.style.fontSize = `${size}px`;
  while (size > SMALLEST && line.scrollWidth > line.clientWidth) {
    size -= 1;
    line.style.fontSize = `${size}px`;
  }
}

/** Keeps `line` (one line of text, `full` pixels at its largest) as large as its place allows, also when that changes. */
export function shrinkToFit(line: HTMLElement, full: number): void {
  let width = -1;
  new ResizeObserver(() => {
    if (line.clientWidth === width) return;
    fit(line, full);
    width = line.clientWidth;
  }).observe(line);
}
