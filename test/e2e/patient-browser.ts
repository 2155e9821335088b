import { fetchPage, type Page } from '../web/web-harness.ts';
import type { MortalServer } from './mortal-server.ts';

/** More failures in a row than this are no bad luck. */
const MOST_TRIES = 40;

/** A browser without scripts, of somebody who sends the very same again until the server has answered. */
export class PatientBrowser {
  readonly #server: MortalServer;
  readonly #address: string;
  #cookie: string | undefined;
  /** How often something had to be sent again. */
  again = 0;

  /**
   * @param address Where the proxy in front says it comes from.
   * @param cookie What it has kept from before, `name=value`.
   */
  constructor(server: MortalServer, address: string, cookie?: string) {
    this.#server = server;
    this.#address = address;
    this.#cookie = cookie;
  }

  get(path: string): Promise<Page> {
    return this.#ask(path, {});
  }

  /** Posts a form. Resolves with the answer that is no failure of the server; the cookie it sets is kept. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    const page = await this.#ask(path, { method: 'POST', body: new URLSearchParams(fields) });
    this.#cookie = page.cookie ?? this.#cookie;
    return page;
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const headers = {
      'user-agent': 'Mozilla/5.0 (iPhone)',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': this.#address,
      ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
    };
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const url = await this.#server.up();
      const page = await fetchPage(`${url}${path}`, { ...init, headers }).catch(() => undefined);
      if (page && page.status < 400) return page;
      if (page && page.status < 500) throw new Error(`${path} was answered with ${page.status}`);
      this.again += 1;
    }
    throw new Error(`${path} got no answer in ${MOST_TRIES} tries`);
  }
}
