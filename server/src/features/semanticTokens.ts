import type { Range, SemanticTokensEdit } from 'vscode-languageserver-types';
import { trimSpan, type Span } from '../syntax';
import type { SheetDocument } from './sheetDocument';
import { sheetTokens } from './sheetTokens';
import { encodedType } from './tokenTypes';

/**
 * The tokens of the sheet, or those that a range touches, encoded as LSP has them. None goes over a
 * line's end, and none overlap.
 */
export function semanticTokens({ document, sheet }: SheetDocument, range?: Range): number[] {
  const asked: Span = range
    ? { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
    : sheet.tree;
  const data: number[] = [];
  let line = 0;
  let column = 0;
  for (const token of sheetTokens(sheet)) {
    if (token.end <= asked.start || asked.end <= token.start) continue;
    for (const { start, end } of linesOf(sheet.text, token)) {
      const position = document.positionAt(start);
      const isSameLine = position.line === line;
      data.push(
        position.line - line,
        isSameLine ? position.character - column : position.character,
        end - start,
        ...encodedType(token),
      );
      ({ line, character: column } = position);
    }
  }
  return data;
}

/** What stands on each line of a stretch, without the white space at its ends. */
function* linesOf(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '\n' && text[at] !== '\r') continue;
    const line = trimSpan(text, from, at);
    if (line.start < line.end) yield line;
    from = at + 1;
  }
}

/** Line, column, length, type and modifiers. */
const NUMBERS_A_TOKEN = 5;

/** The change from one encoding to another, in whole tokens; none where they are the same. */
export function semanticTokensEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  start -= start % NUMBERS_A_TOKEN;
  let tail = 0;
  while (tail < limit - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  tail -= tail % NUMBERS_A_TOKEN;
  const deleteCount = before.length - tail - start;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
