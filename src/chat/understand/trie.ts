/** Most nodes have one child, so only the others pay for a map: it halves the time of a start. */
interface Node<T> {
  char: string;
  only: Node<T> | undefined;
  more: Map<string, Node<T>> | undefined;
  entry: T | undefined;
}

function newNode<T>(): Node<T> {
  return { char: '', only: undefined, more: undefined, entry: undefined };
}

function childOf<T>(node: Node<T>, char: string | undefined): Node<T> | undefined {
  if (char === undefined) return undefined;
  if (node.more) return node.more.get(char);
  return node.char === char ? node.only : undefined;
}

function addChild<T>(node: Node<T>, char: string): Node<T> {
  const child = newNode<T>();
  if (node.more) node.more.set(char, child);
  else if (node.only) {
    node.more = new Map([
      [node.char, node.only],
      [char, child],
    ]);
    node.only = undefined;
    node.char = '';
  } else {
    node.char = char;
    node.only = child;
  }
  return child;
}

function childrenOf<T>(node: Node<T>): Iterable<readonly [string, Node<T>]> {
  if (node.more) return node.more;
  return node.only ? [[node.char, node.only]] : [];
}

/** Told of an entry that was found, and of the place after its last letter. */
export type Found<T> = (entry: T, end: number) => void;

/** Phrases by their letters: finds every phrase that begins at a place, exactly or with one slip. */
export class Trie<T> {
  readonly #root: Node<T> = newNode();

  add(phrase: string, entry: T): void {
    let node = this.#root;
    for (const char of phrase) node = childOf(node, char) ?? addChild(node, char);
    node.entry = entry;
  }

  /** Every phrase that begins at `start`. A letter typed twice counts once. */
  exact(text: string, start: number, found: Found<T>): void {
    let node = this.#root;
    for (let i = start; i < text.length; i++) {
      const char = text[i]!;
      const child = childOf(node, char);
      if (child) node = child;
      else if (i === start || char !== text[i - 1]) return;
      if (node.entry !== undefined) found(node.entry, i + 1);
    }
  }

  /** Every phrase that begins at `start` with exactly one letter wrong, missing, too many, or swapped with its neighbour. */
  slipped(text: string, start: number, found: Found<T>): void {
    const swapped = this.#swap(this.#root, text, start);
    if (swapped) follow(swapped, text, start + 2, found);
    let node = childOf(this.#root, text[start]);
    for (let i = start + 1; node && i <= text.length; i++) {
      for (const [char, child] of childrenOf(node)) {
        if (char === text[i]) continue;
        follow(child, text, i, found);
        if (i < text.length) follow(child, text, i + 1, found);
      }
      if (i === text.length) return;
      follow(node, text, i + 1, found);
      const swap = this.#swap(node, text, i);
      if (swap) follow(swap, text, i + 2, found);
      node = childOf(node, text[i]);
    }
  }

  #swap(node: Node<T>, text: string, i: number): Node<T> | undefined {
    const second = childOf(node, text[i + 1]);
    return second && childOf(second, text[i]);
  }
}

function follow<T>(from: Node<T>, text: string, start: number, found: Found<T>): void {
  let node: Node<T> | undefined = from;
  for (let i = start; ; i++) {
    if (node.entry !== undefined) found(node.entry, i);
    node = childOf(node, text[i]);
    if (!node) return;
  }
}
