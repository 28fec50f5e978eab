import type { Position } from 'vscode-languageserver-types';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Tells the lines and columns of places in a text, as a document does, and counts no more of its lines than
 * it must: fast where the places come in order and near the beginning.
 */
export class LineCounter {
  readonly #text: string;
  #line = 0;
  /** Where that line begins. */
  #start = 0;
  /** Up to where the lines are counted. */
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  positionAt(offset: number): Position {
    if (offset < this.#start) {
      this.#line = 0;
      this.#start = 0;
      this.#counted = 0;
    }
    for (; this.#counted < offset; this.#counted++) {
      const code = this.#text.charCodeAt(this.#counted);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
      // The two of them end one line.
      if (code === CARRIAGE_RETURN && this.#text.charCodeAt(this.#counted + 1) === LINE_FEED) continue;
      this.#line++;
      this.#start = this.#counted + 1;
    }
    return { line: this.#line, character: offset - this.#start };
  }
}
