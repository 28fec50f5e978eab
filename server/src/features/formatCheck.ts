import type { Answer, DateReading, Sheet } from '../answers';
import type { HeadingLeaf, Leaf, QuestionNode, SectionNode } from '../syntax';
import { isNaVariant, singleDays } from './formatAnswer';

/** A part of the sheet that is laid out as a whole. */
export type SheetPart =
  | { readonly kind: 'heading'; readonly node: HeadingLeaf; readonly section: SectionNode }
  | { readonly kind: 'question'; readonly node: QuestionNode; readonly answer: Answer }
  | { readonly kind: 'words'; readonly node: Leaf };

/** Headings, questions, and the words outside of them, in order. */
export function sheetParts({ tree, answers }: Sheet): SheetPart[] {
  const read = answers.values();
  return tree.children.flatMap(section =>
    section.children.flatMap((node): SheetPart[] => {
      if (node.kind === 'heading' && section.heading)
        return [{ kind: 'heading', node: section.heading, section }];
      if (node.kind === 'stray' || node.kind === 'log') return [{ kind: 'words', node }];
      const answer = node.kind === 'question' ? read.next().value : undefined;
      return node.kind === 'question' && answer ? [{ kind: 'question', node, answer }] : [];
    }),
  );
}

/**
 * What a part says, in a form that does not depend on its layout: two that are equal differ in nothing
 * but white space, the form of a date, or `N/A` for `NA`.
 */
export function meaningOf({ text }: Sheet, part: SheetPart): string {
  const { kind, node } = part;
  switch (kind) {
    case 'heading':
      return JSON.stringify([kind, part.section.section?.numeral, part.node.changes.length]);
    case 'question':
      return JSON.stringify([
        kind,
        part.node.question.number,
        part.node.printedNumber,
        part.node.changes.length,
        answerMeaning(text, part.answer),
      ]);
    case 'words':
      return JSON.stringify([kind, node.kind, withoutSpace(text.slice(node.start, node.end))]);
  }
}

function answerMeaning(text: string, answer: Answer): unknown[] {
  return [
    answer.isGiven,
    answer.isNotApplicable,
    isNaVariant(answer) ? 'NA' : wordsWithDays(text, answer),
    readingMeaning(text, answer),
    answer.links.map(link => [withoutSpace(link.text), link.torn !== undefined, link.alone]),
  ];
}

/** The answer's words, with each day in one form. */
function wordsWithDays(text: string, answer: Answer): string {
  let words = '';
  let at = answer.start;
  for (const { start, end, first } of singleDays(answer, text)) {
    if (start < at) continue;
    words += `${withoutSpace(text.slice(at, start))}<${first}>`;
    at = end;
  }
  return words + withoutSpace(text.slice(at, answer.end));
}

function readingMeaning(text: string, { reading }: Answer): unknown[] {
  switch (reading.kind) {
    case 'atop-id':
      return [reading.id?.value, reading.found];
    case 'cow-alliance':
      return [reading.value !== undefined];
    case 'dates':
      return reading.dates.map(dateMeaning);
    case 'members':
      return reading.entries.map(({ code, name, state, dates }) => [
        code?.digits,
        name && withoutSpace(name.text),
        name?.states.map(({ code: ofState }) => ofState),
        state?.code,
        dates.map(dateMeaning),
      ]);
    case 'yes-no':
      return [
        reading.word?.value,
        withoutSpace(text.slice(reading.description.start, reading.description.end)).length > 0,
        reading.meant,
      ];
    case 'values':
      return reading.entries.map(({ value, exact, note, text: written }) => [
        value?.text,
        exact,
        withoutSpace(note),
        withoutSpace(written),
      ]);
    case 'text':
      return [];
  }
}

function dateMeaning(date: DateReading): unknown[] {
  switch (date.kind) {
    case 'date':
      return [date.first, date.last, date.precision, date.circa];
    case 'ambiguous':
      return [date.open, date.readings];
    case 'bad':
      return [date.problem, date.suggestion];
  }
}

/** White space as the sheets have it, NUL and the byte order mark included. */
function withoutSpace(words: string): string {
  return words.replace(/[\s\0\u0085\u200b]+/g, '');
}
