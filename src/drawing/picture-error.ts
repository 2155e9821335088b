/** A picture could not be drawn, or too many wait already (`busy`). The message is for the operator. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly kind: 'busy' | 'failed';

  constructor(kind: 'busy' | 'failed', message: string) {
    super(message);
    this.kind = kind;
  }
}
