/** A path whose parameters are percent-encoded. Throws TypeError for one that would lead elsewhere. */
export function at(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => {
      if (/^\.{0,2}$/.test(value)) throw new TypeError('an id in a path may not be empty or dots');
      return encodeURIComponent(value);
    }),
  );
}
