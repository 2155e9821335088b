/** Something a persona cannot do now, in words for the person at the phone screen. */
export class ActError extends Error {
  /** 404 when there is no such persona or entry, else 400. */
  readonly status: number;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.name = 'ActError';
    this.status = status;
  }
}
