import type { QuestionOutline, SectionOutline, SheetListEntry } from '../protocol';
import { fileNameOf } from '../sheetsView/arrangement';
import { stateAt, type QuestionState } from './questionState';
import { answeredIn, openIn, percentDone, type Tally } from './tally';
import { fill, type PanelTexts } from './texts';

/** `ATOP 4765, Belarus, Kazakhstan`, or the file where there is no ID. */
export function describeSheet(sheet: SheetListEntry, texts: PanelTexts): string {
  const name =
    sheet.atopId === null
      ? fill(texts.cell.sheetWithoutId, fileNameOf(sheet))
      : fill(texts.cell.sheet, sheet.atopId);
  return [name, ...sheet.members.map(member => member.name)].join(', ');
}

/** The sheet with its counts of answers and findings. */
export function describeSheetInFull(sheet: SheetListEntry, texts: PanelTexts): string {
  return [
    describeSheet(sheet, texts),
    describeProgress(sheet, texts),
    describeProblems(sheet, texts),
    fileNameOf(sheet),
  ]
    .filter(part => part !== '')
    .join(' · ');
}

/** Nothing where it is not known yet. */
function describeProgress({ answered, total, open }: SheetListEntry, texts: PanelTexts): string {
  if (answered === null || total === null || open === null) return '';
  return fill(texts.cell.sheetProgress, answered, total, open);
}

/** Nothing where nothing was found. */
function describeProblems({ problems }: SheetListEntry, texts: PanelTexts): string {
  if (!problems) return texts.cell.unchecked;
  const { errors, warnings, information } = problems;
  return errors + warnings + information === 0
    ? ''
    : fill(texts.cell.problems, errors, warnings, information);
}

/** One question of one sheet. */
export function describeCell(
  sheet: SheetListEntry,
  question: QuestionOutline,
  index: number,
  texts: PanelTexts,
): string {
  return [
    fill(texts.cell.question, question.number, question.label),
    describeState(stateAt(sheet, index), texts),
    describeSheet(sheet, texts),
  ].join(' · ');
}

export function describeState(state: QuestionState | undefined, texts: PanelTexts): string {
  return state ? texts.states[state] : texts.cell.unchecked;
}

/**
 * One question over all sheets.
 *
 * @param isOptional Whether it may stay empty in all of them.
 */
export function describeQuestion(
  question: QuestionOutline,
  tally: Tally,
  isOptional: boolean,
  texts: PanelTexts,
): string {
  const all = answeredIn(tally) + openIn(tally) + tally.optional;
  return [
    fill(texts.cell.question, question.number, question.label),
    fill(texts.cell.questionProgress, answeredIn(tally), all, openIn(tally)),
    isOptional ? texts.cell.optional : '',
  ]
    .filter(part => part !== '')
    .join(' · ');
}

/** One section over all sheets. */
export function describeSection(section: SectionOutline, tally: Tally, texts: PanelTexts): string {
  const percent = percentDone(tally);
  return [
    fill(texts.cell.section, section.numeral, section.title),
    percent === undefined ? '' : fill(texts.cell.sectionProgress, percent),
    fill(texts.summary.open, openIn(tally)),
  ]
    .filter(part => part !== '')
    .join(' · ');
}
