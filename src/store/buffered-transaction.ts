import { documentName } from './document-name.ts';
import { decodeDocument, encodeDocument } from './document.ts';
import { checkDocumentId } from './document-id.ts';
import type { PlainMap } from './plain-value.ts';
import type { Collection, Transaction } from './port.ts';
import { StoreError } from './store-error.ts';

/** Reads one stored document as plain data; undefined if there is none. */
export type ReadStored = (collection: Collection<unknown>, id: string) => Promise<unknown>;

/** What a finished transaction wants done; `create` is for documents that were missing when it looked. */
export type BufferedWrite =
  | {
      readonly kind: 'create' | 'set';
      readonly collection: Collection<unknown>;
      readonly id: string;
      readonly data: PlainMap;
    }
  | { readonly kind: 'delete'; readonly collection: Collection<unknown>; readonly id: string };

interface Entry {
  readonly collection: Collection<unknown>;
  readonly id: string;
  /** Whether the document was there when it was first read; undefined if it was written without looking. */
  existed: boolean | undefined;
  current: unknown;
  written: boolean;
}

/**
 * Holds back the writes of one attempt, so that reads see them and a throw writes nothing. Shared by both adapters,
 * which only differ in how they read and how they commit. Every document is read from the store at most once.
 */
export class BufferedTransaction implements Transaction {
  readonly #orgId: string;
  readonly #read: ReadStored;
  readonly #entries = new Map<string, Entry>();
  /** Last step per document: steps of one document run one after another, also when they are started together. */
  readonly #steps = new Map<string, Promise<unknown>>();
  #ended = false;

  constructor(orgId: string, read: ReadStored) {
    this.#orgId = orgId;
    this.#read = read;
  }

  get<T>(collection: Collection<T>, id: string): Promise<T | undefined> {
    return this.#step(collection, id, async () => this.#value(collection, await this.#entry(collection, id)));
  }

  create<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#step(collection, id, async () => {
      const plain = encodeDocument(collection, this.#orgId, id, data);
      const entry = await this.#entry(collection, id);
      if (entry.current !== undefined)
        throw new StoreError('already-exists', `${documentName(collection, id)} is already there`);
      this.#write(entry, plain);
    });
  }

  set<T>(collection: Collection<T>, id: string, data: T): Promise<void> {
    return this.#step(collection, id, async () => {
      const plain = encodeDocument(collection, this.#orgId, id, data);
      this.#write(this.#unread(collection, id), plain);
    });
  }

  update<T>(collection: Collection<T>, id: string, change: (data: T) => T): Promise<void> {
    return this.#step(collection, id, async () => {
      const entry = await this.#entry(collection, id);
      const before = this.#value(collection, entry);
      if (before === undefined) throw new StoreError('not-found', `${documentName(collection, id)} is not there`);
      this.#write(entry, encodeDocument(collection, this.#orgId, id, change(before)));
    });
  }

  delete<T>(collection: Collection<T>, id: string): Promise<void> {
    return this.#step(collection, id, async () => this.#write(this.#unread(collection, id), undefined));
  }

  /** Takes no more calls and tells what is to be written. */
  end(): readonly BufferedWrite[] {
    this.#ended = true;
    return [...this.#entries.values()].flatMap(writeOf);
  }

  async #step<R>(collection: Collection<unknown>, id: string, step: () => Promise<R>): Promise<R> {
    if (this.#ended)
      throw new StoreError('invalid', `${documentName(collection, id)}: the transaction has already ended`);
    checkDocumentId(collection.path, id);
    const key = keyOf(collection, id);
    const before = this.#steps.get(key) ?? Promise.resolve();
    const run = before.then(step, step);
    this.#steps.set(key, run);
    return run;
  }

  async #entry<T>(collection: Collection<T>, id: string): Promise<Entry> {
    const known = this.#entries.get(keyOf(collection, id));
    if (known !== undefined) return known;
    const stored = await this.#read(collection, id);
    const entry = { collection, id, existed: stored !== undefined, current: stored, written: false };
    this.#entries.set(keyOf(collection, id), entry);
    return entry;
  }

  #unread<T>(collection: Collection<T>, id: string): Entry {
    const known = this.#entries.get(keyOf(collection, id));
    if (known !== undefined) return known;
    const entry = { collection, id, existed: undefined, current: undefined, written: false };
    this.#entries.set(keyOf(collection, id), entry);
    return entry;
  }

  #write(entry: Entry, data: PlainMap | undefined): void {
    if (this.#ended)
      throw new StoreError('invalid', `${documentName(entry.collection, entry.id)}: the transaction has already ended`);
    entry.current = data;
    entry.written = true;
  }

  #value<T>(collection: Collection<T>, entry: Entry): T | undefined {
    if (entry.current === undefined) return undefined;
    return decodeDocument(collection, entry.id, structuredClone(entry.current));
  }
}

function writeOf(entry: Entry): BufferedWrite[] {
  const { collection, id, existed, current } = entry;
  if (!entry.written) return [];
  if (current !== undefined) {
    return [{ kind: existed === false ? 'create' : 'set', collection, id, data: current as PlainMap }];
  }
  return existed === false ? [] : [{ kind: 'delete', collection, id }];
}

function keyOf(collection: Collection<unknown>, id: string): string {
  return `${collection.path}/${id}`;
}
