import type { InlayHint, Range } from 'vscode-languageserver-types';
import { touches } from '../syntax';
import { bareCodes } from './bareCodes';
import { markdown } from './markdown';
import type { SheetDocument } from './sheetDocument';
import { stateParagraphs } from './stateText';

/** The state's name behind each code that stands without it, as far as the codes lie in the range. */
export function inlayHints({ document, sheet }: SheetDocument, range: Range): InlayHint[] {
  const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return bareCodes(sheet)
    .filter(code => touches(code, asked))
    .map(({ end, state }) => ({
      position: document.positionAt(end),
      label: state.name,
      tooltip: markdown(...stateParagraphs(state)),
      paddingLeft: true,
      paddingRight: true,
    }));
}
