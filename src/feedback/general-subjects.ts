const upTo = (count: number, name: (no: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index + 1));

/**
 * What the general form can be about in LINE, as it goes into `feedbackId` in the place of a code: an indicator, or an item
 * of any year (I30, E15 and O48 are the highest there have been). So an answer about one does not replace one about another.
 */
export const GENERAL_SUBJECTS: readonly string[] = [
  ...upTo(10, (no) => `i${no}`),
  ...upTo(30, (no) => `I${no}`),
  ...upTo(15, (no) => `E${no}`),
  ...upTo(48, (no) => `O${no}`),
];
