/**
 * One thing LINE would refuse in a message, in the shape of the `details` of its error body: `property` is
 * `messages[0].text` for message properties and a JSON pointer relative to the Flex container (`/body/contents/0`) inside Flex.
 */
export interface Problem {
  readonly message: string;
  readonly property: string;
  /** Index of the message (0–4) the problem is in. */
  readonly index: number;
}
