import type { LineMessage } from '../line/message.ts';

/** All card templates, loaded and checked once at start. */
export interface Cards {
  /**
   * Fills the template `flex-templates/{name}.json` with `data` and returns one LINE message.
   * Throws CardError if the template is unknown, a variable is missing, or the result is over LINE's limits.
   */
  render(name: string, data: object): LineMessage;
  /** Names of all templates. */
  readonly names: readonly string[];
}
