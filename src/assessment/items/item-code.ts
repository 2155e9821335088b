/** Order of item codes: I before E before O, then by number (E9 before E11). */
export function compareItemCodes(a: string, b: string): number {
  const place = (code: string): number => 'IEO'.indexOf(code.charAt(0)) * 1000 + Number(code.slice(1));
  return place(a) - place(b);
}
