/** A Messaging API channel: what is needed to receive from it and send over it. */
export interface LineChannel {
  /** Key of the webhook signatures. */
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Origin of the Messaging API, e.g. `https://api.line.me`. */
  readonly apiBaseUrl: string;
  /** Origin of its part that hands out files, e.g. `https://api-data.line.me`. */
  readonly dataApiBaseUrl: string;
}
