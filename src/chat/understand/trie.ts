interface Node<T> {
  readonly next: Map<string, Node<T>>;
  entry: T | undefined;
}

/** Where an entry was found: `[start, end)` in the text searched. */
export type Found<T> = (entry: T, end: number) => void;

/** Phrases by their letters: finds every phrase that begins at a place, exactly or with one slip. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), entry: undefined };

  add(phrase: string, entry: T): void {
    let node = this.#root;
    for (const char of phrase) {
      let child = node.next.get(char);
      if (!child) node.next.set(char, (child = { next: new Map(), entry: undefined }));
      node = child;
    }
    node.entry = entry;
  }

  /** Every phrase that begins at `start`. A letter typed twice counts once. */
  exact(text: string, start: number, found: Found<T>): void {
    let node = this.#root;
    for (let i = start; i < text.length; i++) {
      const char = text[i]!;
      const child = node.next.get(char);
      if (child) node = child;
      else if (i === start || char !== text[i - 1]) return;
      if (node.entry !== undefined) found(node.entry, i + 1);
    }
  }

  /** Every phrase that begins at `start` with exactly one letter wrong, missing, too many, or swapped with its neighbour. */
  slipped(text: string, start: number, found: Found<T>): void {
    const swapped = this.#root.next.get(text[start + 1]!)?.next.get(text[start]!);
    if (swapped) follow(swapped, text, start + 2, found);
    let node = this.#root.next.get(text[start]!);
    for (let i = start + 1; node && i <= text.length; i++) {
      for (const [char, child] of node.next) {
        if (char === text[i]) continue;
        follow(child, text, i, found);
        if (i < text.length) follow(child, text, i + 1, found);
      }
      if (i === text.length) return;
      follow(node, text, i + 1, found);
      const swap = node.next.get(text[i + 1]!)?.next.get(text[i]!);
      if (swap) follow(swap, text, i + 2, found);
      node = node.next.get(text[i]!);
    }
  }
}

function follow<T>(from: Node<T>, text: string, start: number, found: Found<T>): void {
  let node: Node<T> | undefined = from;
  for (let i = start; ; i++) {
    if (node.entry !== undefined) found(node.entry, i);
    if (i >= text.length) return;
    node = node.next.get(text[i]!);
    if (!node) return;
  }
}
