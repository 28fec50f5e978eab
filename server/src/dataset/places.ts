import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answer, Sheet } from '../answers';

/** The line of an answer, counted from 1; of its question where it is empty. */
export type LineOf = (answer: Answer) => number;

export function lineCounter({ text }: Sheet): LineOf {
  const document = TextDocument.create('', 'atop', 0, text);
  return ({ start, end, node }) => document.positionAt(start < end ? start : node.start).line + 1;
}
