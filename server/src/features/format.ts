import type { Range, TextEdit } from 'vscode-languageserver-types';
import { readSheet, type Sheet } from '../answers';
import type { TextChange } from '../rules';
import { applyChanges } from '../rules/fixAll';
import { isForeign } from '../rules/unknownInstrument';
import { lineEndOf, type Span } from '../syntax';
import { answerChanges, type DateForm } from './formatAnswer';
import { meaningOf, sheetParts, type SheetPart } from './formatCheck';
import { headingChanges, printedChanges } from './formatPrinted';
import { lineEndsIn, proseChanges, withLineEnds } from './formatSpace';
import { rangeOf, type SheetDocument } from './sheetDocument';

export interface FormatOptions {
  /** How wide the printed questions are wrapped; 0 leaves each on one line. */
  readonly width: number;
  /** The form of dates that name a day. */
  readonly dates: DateForm;
}

/** A part of the sheet with what is to be changed in it and in the white space behind it. */
interface Region extends Span {
  readonly index: number;
  readonly changes: readonly TextChange[];
}

/**
 * The edits that lay out the sheet, or the questions that a range touches: small ones, so that cursors
 * stay where they are. None for a text that is no sheet of the instrument.
 *
 * What would be read otherwise afterwards is left as it is: the result is read again, and a part whose
 * answer has changed in anything but its layout is not formatted.
 */
export function format(sheetDocument: SheetDocument, options: FormatOptions, range?: Range): TextEdit[] {
  const { document, sheet } = sheetDocument;
  if (isForeign(sheet)) return [];
  const parts = sheetParts(sheet);
  const asked = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const regions = regionsOf(sheet, parts, options).filter(region => !asked || isTouched(region, asked));
  return harmless(sheet, parts, regions).map(change => {
    const { start, end, newText } = narrowed(sheet.text, change);
    return { range: rangeOf(sheetDocument, { start, end }), newText };
  });
}

function isTouched(region: Span, { start, end }: Span): boolean {
  return start === end
    ? region.start <= start && start < region.end
    : start < region.end && region.start < end;
}

function regionsOf(sheet: Sheet, parts: readonly SheetPart[], options: FormatOptions): Region[] {
  const { text } = sheet;
  const eol = lineEndOf(text);
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return {
      index,
      start: index === 0 ? 0 : part.node.start,
      end: next?.node.start ?? text.length + 1,
      changes: [
        ...(index === 0 ? changed(text, { start: startOf(text), end: part.node.start }, '') : []),
        ...partChanges(text, part, options, eol),
        ...gapChanges(text, part, next, eol),
      ],
    };
  });
}

/** A byte order mark is no white space of the sheet's. */
function startOf(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function partChanges(text: string, part: SheetPart, options: FormatOptions, eol: string): TextChange[] {
  switch (part.kind) {
    case 'heading': {
      const { section } = part.section;
      return section ? headingChanges(text, part.node, section) : [];
    }
    case 'question': {
      const { node, answer } = part;
      const gap = { start: node.printed.end, end: answer.start };
      const lead = node.question.inline ? ' ' : withLineEnds(text.slice(gap.start, gap.end), 1, eol);
      return [
        ...printedChanges(text, node, options.width, eol),
        ...(answer.start < answer.end ? changed(text, gap, lead) : []),
        ...answerChanges(text, answer, options.dates),
      ];
    }
    case 'words':
      return proseChanges(text, part.node);
  }
}

/** What stands behind a part, up to the next one: a blank line, or at the sheet's end one line end. */
function gapChanges(text: string, part: SheetPart, next: SheetPart | undefined, eol: string): TextChange[] {
  const start = wordsEnd(part);
  const gap = { start, end: next?.node.start ?? text.length };
  const written = text.slice(gap.start, gap.end);
  // Words beside a heading belong to it.
  if (part.kind === 'heading' && next?.kind === 'words' && lineEndsIn(written) === 0) return [];
  const room = part.kind === 'question' && part.answer.start === part.answer.end ? roomIn(written, part) : '';
  return changed(text, gap, room + withLineEnds(written, lineEndsBehind(written, part, next), eol));
}

function wordsEnd({ kind, node }: SheetPart): number {
  return kind === 'question' ? Math.max(node.printed.end, node.answer.end) : node.end;
}

/** Beside a label that has no answer yet one blank is left, where there is one, to write behind. */
function roomIn(gap: string, { node }: SheetPart & { readonly kind: 'question' }): string {
  return node.question.inline && /^[ \t]/.test(gap) ? ' ' : '';
}

function lineEndsBehind(gap: string, part: SheetPart, next: SheetPart | undefined): number {
  if (!next) return 1;
  const count = lineEndsIn(gap);
  // An empty line to write in is left below a question without an answer, where there is one.
  if (part.kind === 'question' && part.answer.start === part.answer.end && !part.node.question.inline)
    return Math.min(Math.max(count, 2), 3);
  // So do words below it that no blank line parts from it.
  if (part.kind === 'heading' && next.kind === 'words') return Math.min(count, 2);
  return 2;
}

function changed(text: string, span: Span, newText: string): TextChange[] {
  return text.slice(span.start, span.end) === newText ? [] : [{ ...span, newText }];
}

/** Layout that changes what is read is dropped, and what is left is looked at again, at most so often. */
const MAX_ROUNDS = 8;

/** The changes of all regions but those that would be read otherwise for it. */
function harmless(sheet: Sheet, parts: readonly SheetPart[], regions: readonly Region[]): TextChange[] {
  const meant = parts.map(part => meaningOf(sheet, part));
  let kept: readonly Region[] = regions.filter(({ changes }) => changes.length > 0);
  for (let round = 0; round < MAX_ROUNDS && kept.length > 0; round++) {
    const changes = kept.flatMap(region => region.changes);
    const after = readSheet(applyChanges(sheet.text, changes), sheet.instrument);
    const read = sheetParts(after).map(part => meaningOf(after, part));
    const spoilt = differing(meant, read);
    if (spoilt.length === 0) return changes;
    kept = without(kept, spoilt);
  }
  return [];
}

/** Without the regions that are read otherwise; where none of them was changed, without those beside them. */
function without(regions: readonly Region[], spoilt: readonly number[]): readonly Region[] {
  const own = new Set(spoilt);
  const left = regions.filter(({ index }) => !own.has(index));
  if (left.length < regions.length) return left;
  const beside = new Set(spoilt.flatMap(index => [index - 1, index + 1]));
  const farther = regions.filter(({ index }) => !beside.has(index));
  return farther.length < regions.length ? farther : [];
}

/** The parts that are read otherwise; where some were lost or won, the first of them, as the others have moved. */
function differing(before: readonly string[], after: readonly string[]): number[] {
  const indexes = before.flatMap((meaning, index) => (after[index] === meaning ? [] : [index]));
  if (before.length === after.length) return indexes;
  return [indexes[0] ?? before.length - 1];
}

/** The change without what its two texts begin and end with. */
function narrowed(text: string, { start, end, newText }: TextChange): TextChange {
  const limit = Math.min(end - start, newText.length);
  let before = 0;
  while (before < limit && text[start + before] === newText[before]) before++;
  if (isPair(text, start + before)) before--;
  let behind = 0;
  while (behind < limit - before && text[end - 1 - behind] === newText[newText.length - 1 - behind]) behind++;
  if (isPair(text, end - behind)) behind--;
  return {
    start: start + before,
    end: end - behind,
    newText: newText.slice(before, newText.length - behind),
  };
}

/** True between the two halves of a line end, where no edit can begin or end. */
function isPair(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}
