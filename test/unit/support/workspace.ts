import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import {
  createSheetLanguageService,
  SheetIndex,
  type SheetLanguageService,
} from '../../../server/src/service';
import { readSheet } from '../../../server/src/answers';
import { atopInstrument } from '../../../server/src/instrument';
import { TODAY } from './findings';
import { withAnswer } from './sheets';

const ROOT = 'file:///alliances/';

/** The real sheet with another ATOP ID, and with other answers to some questions. */
export function sheetOf(id: string, answers: Readonly<Record<number, string>> = {}): string {
  return Object.entries({ 1: id, ...answers }).reduce<string | undefined>(
    (text, [number, answer]) => withAnswer(Number(number), answer, text),
    undefined,
  )!;
}

/** A workspace in memory: sheets by their paths. */
export class MemoryWorkspace {
  readonly index = new SheetIndex();
  readonly service: SheetLanguageService = createSheetLanguageService({
    sheets: this.index,
    today: () => TODAY,
  });
  readonly #documents = new Map<string, TextDocument>();

  constructor(texts: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(texts)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const document = TextDocument.create(ROOT + path, 'atop', 1, text);
    this.#documents.set(document.uri, document);
    this.index.set(document.uri, this.service.identify(document));
    this.index.sumUp(document.uri, this.service.summarize(document));
  }

  remove(path: string): void {
    this.#documents.delete(ROOT + path);
    this.index.delete(ROOT + path);
  }

  document(path: string): TextDocument {
    const document = this.#documents.get(ROOT + path);
    if (!document) throw new Error(`There is no ${path} in the workspace.`);
    return document;
  }

  /** The place of the nth of some words in a sheet, or some characters behind their beginning. */
  position(path: string, words: string, { nth = 1, plus = 0 } = {}): Position {
    const document = this.document(path);
    let at = -1;
    for (let count = 0; count < nth; count++) {
      at = document.getText().indexOf(words, at + 1);
      if (at < 0) throw new Error(`${path} does not say “${words}” ${nth} times.`);
    }
    return document.positionAt(at + plus);
  }

  /** A place as `path Q4: words`. */
  told({ uri, range }: { uri: string; range: { start: Position; end: Position } }): string {
    const path = uri.slice(ROOT.length);
    const document = this.document(path);
    const { answers } = readSheet(document.getText(), atopInstrument);
    const question = answers.findLast(({ node }) => node.start <= document.offsetAt(range.start))?.question;
    return `${path} Q${question?.number ?? 0}: ${document.getText(range)}`;
  }

  /** A sheet's text after some edits. */
  textAfter(path: string, edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.document(path), [...edits]);
  }

  /** The path of one of its sheets. */
  path(uri: string): string {
    return uri.slice(ROOT.length);
  }
}
