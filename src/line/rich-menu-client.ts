import { z } from 'zod';
import { at } from './api-path.ts';
import { LineApi, type LineApiOptions } from './line-api.ts';
import { LineCallError } from './line-call-error.ts';
import type { RichMenu } from './rich-menu.ts';

/** LINE's limit for one call about many users. */
export const MOST_USERS = 500;

/** What is asked of the list: LINE's ids are opaque. */
export interface ListedMenu {
  readonly richMenuId: string;
  readonly name: string;
}

const Created = z.looseObject({ richMenuId: z.string().min(1) });
const Listed = z.looseObject({
  richmenus: z.array(z.looseObject({ richMenuId: z.string().min(1), name: z.string() })),
});
const Aliases = z.looseObject({
  aliases: z.array(z.looseObject({ richMenuAliasId: z.string().min(1), richMenuId: z.string().min(1) })),
});

/**
 * Rich menus at LINE. One call each, with a deadline, nothing repeated; throws LineCallError. What is to be gone and is not
 * there counts as done. LINE takes 100 creations, 100 deletions of menus and 100 of aliases an hour, 10 lists a second and 2,000 of
 * anything else a second; past that it answers 429, reason `rate-limit` (Messaging API reference, Rate limits).
 */
export class RichMenuClient {
  readonly #api: LineApi;

  constructor(options: LineApiOptions) {
    this.#api = new LineApi(options);
  }

  /** Breaks off what is still under way. */
  close(): Promise<void> {
    return this.#api.close();
  }

  /** Throws if LINE would not take it. Not limited like `create`. */
  async validate(menu: RichMenu): Promise<void> {
    await this.#api.call(post('validateRichMenuObject', at`/v2/bot/richmenu/validate`, menu));
  }

  /** Makes a menu, which nobody sees until it has its picture; returns its id. */
  async create(menu: RichMenu): Promise<string> {
    return (await this.#api.read(post('createRichMenu', at`/v2/bot/richmenu`, menu), Created)).richMenuId;
  }

  /** Gives a menu its picture (PNG, at most 1 MB). It can be given once; giving it again changes nothing. */
  async setPicture(richMenuId: string, png: Uint8Array): Promise<void> {
    const file = { type: 'image/png', bytes: png };
    const call = {
      operation: 'setRichMenuImage',
      method: 'POST',
      path: at`/v2/bot/richmenu/${richMenuId}/content`,
      file,
    } as const;
    await this.#api.call(call).catch(unless((error) => error.says.includes('An image has already been uploaded')));
  }

  /** All menus made over the API, also other programs'. */
  async list(): Promise<readonly ListedMenu[]> {
    return (await this.#api.read(get('getRichMenuList', at`/v2/bot/richmenu/list`), Listed)).richmenus;
  }

  async delete(richMenuId: string): Promise<void> {
    await this.#api.call(remove('deleteRichMenu', at`/v2/bot/richmenu/${richMenuId}`)).catch(unless(isGone));
  }

  /** The menu of everybody who has none of their own; undefined: none was set over the API. */
  async default(): Promise<string | undefined> {
    const call = get('getDefaultRichMenuId', at`/v2/bot/user/all/richmenu`);
    return (await this.#api.read(call, Created).catch(unless(isGone)))?.richMenuId;
  }

  /** People see it when they open the chat again, at the latest after a minute. */
  async setDefault(richMenuId: string): Promise<void> {
    await this.#api.call(post('setDefaultRichMenu', at`/v2/bot/user/all/richmenu/${richMenuId}`));
  }

  async clearDefault(): Promise<void> {
    await this.#api.call(remove('cancelDefaultRichMenu', at`/v2/bot/user/all/richmenu`)).catch(unless(isGone));
  }

  /** Shows somebody a menu of their own, at once; also to somebody who has blocked the account. */
  async link(userId: string, richMenuId: string): Promise<void> {
    await this.#api.call(post('linkRichMenuIdToUser', at`/v2/bot/user/${userId}/richmenu/${richMenuId}`));
  }

  async unlink(userId: string): Promise<void> {
    await this.#api.call(remove('unlinkRichMenuIdFromUser', at`/v2/bot/user/${userId}/richmenu`)).catch(unless(isGone));
  }

  /** The same for at most 500; LINE does it a little later. One id it does not take, and it takes none. */
  async linkMany(userIds: readonly string[], richMenuId: string): Promise<void> {
    await this.#api.call(post('linkRichMenuIdToUsers', at`/v2/bot/richmenu/bulk/link`, { richMenuId, userIds }));
  }

  async unlinkMany(userIds: readonly string[]): Promise<void> {
    await this.#api.call(post('unlinkRichMenuIdFromUsers', at`/v2/bot/richmenu/bulk/unlink`, { userIds }));
  }

  /** Alias → menu, also other programs'. */
  async aliases(): Promise<ReadonlyMap<string, string>> {
    const { aliases } = await this.#api.read(get('getRichMenuAliasList', at`/v2/bot/richmenu/alias/list`), Aliases);
    return new Map(aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId]));
  }

  /** The menu must have its picture. */
  async createAlias(richMenuAliasId: string, richMenuId: string): Promise<void> {
    await this.#api.call(post('createRichMenuAlias', at`/v2/bot/richmenu/alias`, { richMenuAliasId, richMenuId }));
  }

  async updateAlias(alias: string, richMenuId: string): Promise<void> {
    await this.#api.call(post('updateRichMenuAlias', at`/v2/bot/richmenu/alias/${alias}`, { richMenuId }));
  }

  async deleteAlias(alias: string): Promise<void> {
    await this.#api.call(remove('deleteRichMenuAlias', at`/v2/bot/richmenu/alias/${alias}`)).catch(unless(isGone));
  }
}

const get = (operation: string, path: string) => ({ operation, method: 'GET', path }) as const;
const remove = (operation: string, path: string) => ({ operation, method: 'DELETE', path }) as const;
const post = (operation: string, path: string, json?: object) =>
  ({ operation, method: 'POST', path, ...(json && { json }) }) as const;

const isGone = (error: LineCallError): boolean => error.status === 404;

/** Lets an error pass for which `isFine`; throws every other. */
function unless(isFine: (error: LineCallError) => boolean): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof LineCallError && isFine(error)) return undefined;
    throw error;
  };
}
