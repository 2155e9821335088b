import type { Words } from './words.ts';

/** Where in a message a value is, and what to do when it is wrong there. */
export interface Place {
  /** The property as LINE would name it in `details`. */
  readonly path: string;
  readonly words: Words;
  readonly at: (key: string | number) => Place;
  readonly fail: (message: string) => void;
  /** Tells a problem of another place, named in another way. */
  readonly report: Report;
}

/** What takes the problems: the message and the property it is about. */
export type Report = (message: string, property: string) => void;

export function place(path: string, words: Words, report: Report): Place {
  return {
    path,
    words,
    report,
    at: (key) => place(words.join(path, key), words, report),
    fail: (message) => {
      report(message, path);
    },
  };
}
