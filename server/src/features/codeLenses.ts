import type { CodeLens, Command } from 'vscode-languageserver-types';
import { progressOf, type Progress } from '../answers';
import { sectionProgress } from './progress';
import { rangeOf, type SheetDocument } from './sheetDocument';

/** The client's command that goes to the next open question behind a place: `[uri, position]`. */
export const NEXT_UNANSWERED_COMMAND = 'atopSheets.nextUnanswered';

export interface CodeLensOptions {
  /** True where the client has that command; the counts are plain words elsewhere. */
  readonly canGoToOpen: boolean;
}

/**
 * `58 of 61 answered, 1 open` above the sheet and `Section II: 12 of 13 answered` above each section.
 * While something is open, a click goes to the first open question from there on.
 */
export function codeLenses(sheetDocument: SheetDocument, options: CodeLensOptions): CodeLens[] {
  const { sheet } = sheetDocument;
  const [first] = sheet.tree.questions;
  if (!first) return [];
  const headings = sheet.tree.children.flatMap(({ heading, section }) =>
    heading && section ? [{ start: heading.start, end: heading.end, section }] : [],
  );
  const head = Math.min(first.start, headings[0]?.start ?? Infinity);
  const lensAt = (start: number, end: number, title: string, { open }: Progress): CodeLens => {
    const range = rangeOf(sheetDocument, { start, end });
    const shown = open > 0 ? `${title}, ${open} open` : title;
    return { range, command: commandOf(sheetDocument, start, shown, open > 0 && options.canGoToOpen) };
  };
  const whole = progressOf(sheet);
  return [
    lensAt(head, head, counted(whole), whole),
    ...headings.map(({ start, end, section }) => {
      const progress = sectionProgress(sheet, section);
      return lensAt(start, end, `Section ${section.numeral}: ${counted(progress)}`, progress);
    }),
  ];
}

function counted({ answered, total }: Progress): string {
  return `${answered} of ${total} answered`;
}

/** A command without a name is shown as words that cannot be clicked. */
function commandOf({ document }: SheetDocument, start: number, title: string, canGo: boolean): Command {
  if (!canGo) return { title, command: '' };
  return {
    title,
    tooltip: 'Go to the first question from here that has no answer',
    command: NEXT_UNANSWERED_COMMAND,
    arguments: [document.uri, document.positionAt(start)],
  };
}
