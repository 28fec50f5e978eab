import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import { semanticTokensLegend } from '../../../server/src/features/tokenTypes';

/** A token as an editor gets it. */
export interface ReceivedToken {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly words: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Decodes what LSP sends; fails where it is not whole or names no type. */
export function decodeTokens(
  document: TextDocument,
  data: readonly number[],
  { tokenTypes, tokenModifiers } = semanticTokensLegend(true),
): ReceivedToken[] {
  if (data.length % 5 !== 0) throw new Error(`${data.length} numbers are no whole tokens.`);
  const tokens: ReceivedToken[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    column = lines === 0 ? column + columns : columns;
    line += lines;
    const name = tokenTypes[type];
    if (name === undefined) throw new Error(`There is no token type ${type}.`);
    tokens.push({
      line,
      column,
      length,
      words: document.getText({
        start: { line, character: column },
        end: { line, character: column + length },
      }),
      type: name,
      modifiers: tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0),
    });
  }
  return tokens;
}

/** The numbers after a change, as an editor makes it. */
export function withTokenEdits(data: readonly number[], edits: readonly SemanticTokensEdit[] = []): number[] {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (changed, { start, deleteCount, data: inserted = [] }) => [
        ...changed.slice(0, start),
        ...inserted,
        ...changed.slice(start + deleteCount),
      ],
      [...data],
    );
}
