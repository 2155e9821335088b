const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Ends an attribute for very old browsers.
  '`': '&#96;',
};

/** Text that is safe between tags and in quoted attributes of HTML and SVG. */
export function escapeMarkup(text: string): string {
  return /[&<>"'`]/.test(text) ? text.replaceAll(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? '') : text;
}
