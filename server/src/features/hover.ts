import type { Hover, Position } from 'vscode-languageserver-types';
import type { Answer, DateReading, Sheet } from '../answers';
import type { InstrumentValue } from '../instrument';
import { isMemberOn, type State } from '../reference';
import { lineEndAfter, lineStartBefore, questionAt, touches, trimSpan, type Span } from '../syntax';
import { dateParagraphs } from './dateText';
import { escapeMarkdown, listWords, markdown, quote } from './markdown';
import { sectionProgress } from './progress';
import { boldTitle, codingOf, helpParagraphs, questionParagraphs, sectionTitle } from './questionText';
import { rangeOf, type SheetDocument } from './sheetDocument';
import { membersOf, signatureDates, stateMentions, type StateMention } from './stateMentions';
import { stateLabel, stateParagraphs } from './stateText';

/** What is told about a stretch of the sheet, as Markdown paragraphs. */
interface Told extends Span {
  readonly paragraphs: readonly (string | undefined)[];
}

/**
 * What the sheet's words at a position mean: a question and how it is answered, a section and how far it
 * is, a state, a date, a value, a Yes or a No. `null` in the white space around them.
 */
export function hover(sheetDocument: SheetDocument, position: Position): Hover | null {
  const offset = sheetDocument.document.offsetAt(position);
  const told = toldAt(sheetDocument.sheet, offset);
  if (!told) return null;
  return { contents: markdown(...told.paragraphs), range: rangeOf(sheetDocument, told) };
}

function toldAt(sheet: Sheet, offset: number): Told | undefined {
  const node = questionAt(sheet.tree, offset);
  const answer = node && sheet.answers.find(candidate => candidate.node === node);
  if (answer && answer.start < answer.end && answer.start <= offset && offset <= answer.end) {
    return toldOfAnswer(sheet, answer, offset);
  }
  if (node && offset <= node.printed.end) {
    return { start: node.number.start, end: node.printed.end, paragraphs: questionParagraphs(node.question) };
  }
  return toldOfHeading(sheet, offset) ?? toldOfDate(sheet, sheet.logDates, offset);
}

/** The stretch that the cursor stands in or at; the later one where two meet. */
function hit<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans.findLast(span => touches(span, { start: offset, end: offset }));
}

function toldOfHeading(sheet: Sheet, offset: number): Told | undefined {
  const headed = sheet.tree.children.find(
    ({ heading }) => heading !== undefined && heading.start <= offset && offset <= heading.end,
  );
  if (!headed?.heading || !headed.section) return undefined;
  const { answered, total } = sectionProgress(sheet, headed.section);
  const open = headed.section.questions.filter(
    ({ number, required }) =>
      required && !sheet.answers.some(answer => answer.question.number === number && answer.isGiven),
  );
  const numbers = listWords(open.map(({ number }) => String(number)));
  return {
    start: headed.heading.start,
    end: headed.heading.end,
    paragraphs: [
      `**${escapeMarkdown(sectionTitle(headed.section))}**`,
      `${answered} of ${total} questions answered.${open.length > 0 ? ` Still open: ${numbers}.` : ''}`,
    ],
  };
}

function toldOfAnswer(sheet: Sheet, answer: Answer, offset: number): Told | undefined {
  return (
    toldOfDate(sheet, datesIn(answer), offset) ??
    toldOfState(sheet, answer, offset) ??
    toldOfReading(sheet, answer, offset) ??
    toldOfLine(sheet, answer, offset)
  );
}

/** The dates of a question that asks for dates, and those noted beside members. */
function datesIn({ reading }: Answer): readonly DateReading[] {
  if (reading.kind === 'dates') return reading.dates;
  return reading.kind === 'members' ? reading.entries.flatMap(entry => entry.dates) : [];
}

function toldOfDate(sheet: Sheet, dates: readonly DateReading[], offset: number): Told | undefined {
  const date = hit(dates, offset);
  return date && { start: date.start, end: date.end, paragraphs: dateParagraphs(date, membersOf(sheet)) };
}

function toldOfState(sheet: Sheet, { question, start, end }: Answer, offset: number): Told | undefined {
  if (!question.states) return undefined;
  const here = stateMentions(sheet).filter(mention => mention.start >= start && mention.end <= end);
  const mention = hit(here, offset);
  if (!mention) return undefined;
  return { start: mention.start, end: mention.end, paragraphs: mentionParagraphs(sheet, mention) };
}

function mentionParagraphs(sheet: Sheet, mention: StateMention): readonly (string | undefined)[] {
  const [state, ...others] = mention.states;
  const written = sheet.text.slice(mention.start, mention.end);
  if (!state) return [unknownState(mention, written)];
  if (others.length > 0) {
    const names = listWords(mention.states.map(shared => escapeMarkdown(stateLabel(shared))));
    return [`${quote(written)} is a name of several states: ${names}. A code beside it says which is meant.`];
  }
  return [...stateParagraphs(state), atSignature(sheet, state), elsewhere(sheet, state, mention.question)];
}

function unknownState({ kind, atopOnly }: StateMention, written: string): string {
  if (atopOnly)
    return `${quote(written)} is a code in ATOP's data that the COW list of states does not have.`;
  return `The COW list of states has no ${kind} ${quote(written)}.`;
}

/** Whether the state was in the system on each of the days on which the alliance was signed. */
function atSignature(sheet: Sheet, state: State): string {
  const dates = signatureDates(sheet);
  const told = (isMember: boolean, words: string): string[] => {
    const days = dates
      .filter(({ first, last }) => isMemberOn(state, first, last) === isMember)
      .map(({ text }) => escapeMarkdown(text));
    return days.length > 0 ? [`${words} (${listWords(days)}).`] : [];
  };
  return [
    ...told(true, 'In the system when the alliance was signed'),
    ...told(false, '**Not** in the system when the alliance was signed'),
  ].join(' ');
}

function elsewhere(sheet: Sheet, state: State, question: number): string {
  const numbers = new Set(
    stateMentions(sheet)
      .filter(mention => mention.question !== question && mention.states.includes(state))
      .map(mention => String(mention.question)),
  );
  if (numbers.size === 0) return '';
  const questions = numbers.size === 1 ? 'question' : 'questions';
  return `Named in this sheet at ${questions} ${listWords([...numbers])} as well.`;
}

/** What the answer's kind makes of the words at the cursor. */
function toldOfReading(sheet: Sheet, { question, reading }: Answer, offset: number): Told | undefined {
  switch (reading.kind) {
    case 'atop-id': {
      const id = reading.id && hit([reading.id], offset);
      return (
        id && {
          start: id.start,
          end: id.end,
          paragraphs: [`**${id.value}** is this alliance's number in ATOP (\`atopid\`).`],
        }
      );
    }
    case 'values': {
      const entry = hit(reading.entries, offset);
      return entry?.value && { start: entry.start, end: entry.end, paragraphs: valueParagraphs(entry.value) };
    }
    case 'yes-no': {
      const word = reading.word && hit([reading.word], offset);
      if (!word) return undefined;
      const heading = `**${word.value === 'yes' ? 'Yes' : 'No'}** to ${boldTitle(question)}`;
      const paragraphs = [heading, codingOf(word.value, question, sheet.instrument), question.help];
      return { start: word.start, end: word.end, paragraphs };
    }
    case 'cow-alliance':
    case 'dates':
    case 'members':
    case 'text':
      return undefined;
  }
}

function valueParagraphs(value: InstrumentValue): readonly string[] {
  return [`**${escapeMarkdown(value.text)}**`, escapeMarkdown(value.help)];
}

/** How to answer, shown on the answer's line: so a coder need not go back to the question. */
function toldOfLine({ text }: Sheet, { question, start, end }: Answer, offset: number): Told | undefined {
  const lineStart = Math.max(start, lineStartBefore(text, offset));
  const line = trimSpan(text, lineStart, Math.min(end, lineEndAfter(text, offset)));
  const isBlank = line.start === line.end || offset < line.start || offset > line.end;
  return isBlank ? undefined : { ...line, paragraphs: helpParagraphs(question) };
}
