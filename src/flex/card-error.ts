/** Something is wrong with a card. The message names the file, the place in it, and what to do. */
export class CardError extends Error {
  override readonly name = 'CardError';
  /** The file to mend, relative to the folder of templates, e.g. `overview.json` or `parts/bar.json`. */
  readonly file: string;

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.file = file;
  }
}
