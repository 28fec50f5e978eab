import type { Answer, DateReading, Sheet } from '../answers';
import type { QuestionNode, Span } from '../syntax';
import { atopIdMentions } from './atopIds';
import { bareCodes } from './bareCodes';
import { citations } from './citations';
import { quotationsIn } from './quotations';
import { stateMentions, type StateMention } from './stateMentions';
import type { Token } from './tokenTypes';

const tokensIn = new WeakMap<Sheet, readonly Token[]>();

/**
 * What stands where in a sheet, in order, nothing twice; found once for each sheet. What could not be
 * read, such as a code that no state has or a day that no calendar has, is a part of its answer like any
 * other words.
 */
export function sheetTokens(sheet: Sheet): readonly Token[] {
  const known = tokensIn.get(sheet);
  if (known) return known;
  const tokens = [...overlay(printedAndAnswers(sheet), withoutOverlaps(readParts(sheet)))];
  tokensIn.set(sheet, tokens);
  return tokens;
}

/** Headings, questions and answers, without what was read in the answers. */
function printedAndAnswers(sheet: Sheet): Token[] {
  const open = unansweredNodes(sheet);
  return sheet.tree.children.flatMap(({ children }) =>
    children.flatMap((child): Token[] => {
      if (child.kind === 'heading') return [{ start: child.start, end: child.end, type: 'heading' }];
      if (child.kind !== 'question') return [];
      const { number, printed, answer } = child;
      const modifier = open.has(child) ? ('unanswered' as const) : undefined;
      return [
        { start: number.start, end: number.end, type: 'questionNumber', modifier },
        { start: printed.start, end: printed.end, type: 'question', modifier },
        ...wordsOf(sheet.text, answer),
      ];
    }),
  );
}

function unansweredNodes({ answers }: Sheet): ReadonlySet<QuestionNode> {
  const given = new Set(answers.filter(({ isGiven }) => isGiven).map(({ question }) => question.number));
  return new Set(
    answers
      .filter(({ question }) => question.required && !given.has(question.number))
      .map(({ node }) => node),
  );
}

/** The answer, taken apart into what the coder wrote and what is quoted. */
function wordsOf(text: string, answer: Span): Token[] {
  const tokens: Token[] = [];
  let at = answer.start;
  for (const { start, end } of quotationsIn(text, answer)) {
    if (at < start) tokens.push({ start: at, end: start, type: 'answer' });
    at = end;
    tokens.push({ start, end, type: 'quotation' });
  }
  if (at < answer.end) tokens.push({ start: at, end: answer.end, type: 'answer' });
  return tokens;
}

/** Everything that was read in the answers and the log, in no order; the same words may be read twice. */
function readParts(sheet: Sheet): Token[] {
  return [
    ...sheet.answers.flatMap(answer => [
      ...answer.links.map(({ start, end }): Token => ({ start, end, type: 'link' })),
      ...partsOf(answer),
    ]),
    ...datesAsTokens(sheet.logDates),
    ...mentionedStates(sheet),
    ...bareCodes(sheet).map(({ start, end }): Token => ({ start, end, type: 'stateCode' })),
    ...citations(sheet).map(({ start, end }): Token => ({ start, end, type: 'citation' })),
    ...atopIdMentions(sheet).map(({ start, end, isOwn }): Token => ({
      start,
      end,
      type: 'identifier',
      modifier: isOwn ? 'declaration' : undefined,
    })),
  ];
}

function partsOf({ reading, isNotApplicable, start, end }: Answer): Token[] {
  if (isNotApplicable) return [{ start, end, type: 'notApplicable' }];
  switch (reading.kind) {
    case 'cow-alliance': {
      const digits = /^\d+/.exec(reading.value ?? '')?.[0] ?? '';
      return digits === '' ? [] : [{ start, end: start + digits.length, type: 'identifier' }];
    }
    case 'dates':
      return datesAsTokens(reading.dates);
    case 'members':
      return reading.entries.flatMap(({ code, name, dates }): Token[] => [
        ...(code && (code.state ?? code.atopOnly)
          ? [{ start: code.start, end: code.end, type: 'stateCode', modifier: 'declaration' } as const]
          : []),
        ...(name && name.states.length > 0
          ? [{ start: name.start, end: name.end, type: 'stateName', modifier: 'declaration' } as const]
          : []),
        ...datesAsTokens(dates),
      ]);
    case 'yes-no':
      return reading.word ? [{ start: reading.word.start, end: reading.word.end, type: 'yesNo' }] : [];
    case 'values':
      return reading.entries
        .filter(({ value, exact }) => value !== undefined && exact)
        .map(entry => ({ start: entry.start, end: entry.end, type: 'value' }));
    // Its ID is among the mentions.
    case 'atop-id':
    case 'text':
      return [];
  }
}

function datesAsTokens(dates: readonly DateReading[]): Token[] {
  return dates.filter(({ kind }) => kind !== 'bad').map(({ start, end }) => ({ start, end, type: 'date' }));
}

/**
 * The states that answers outside of question 4 speak of: all of them where states are asked for;
 * elsewhere a name is a word of the text unless a code stands beside it.
 */
function mentionedStates(sheet: Sheet): Token[] {
  const asked = new Set(
    sheet.answers.filter(({ question }) => question.states).map(({ question }) => question.number),
  );
  const mentions = stateMentions(sheet);
  return mentions.flatMap((mention, index): Token[] => {
    const isPair = isBeside(mentions[index - 1], mention) || isBeside(mention, mentions[index + 1]);
    if (mention.states.length === 0 || !(asked.has(mention.question) || isPair)) return [];
    const { start, end, kind } = mention;
    return [{ start, end, type: kind === 'code' ? 'stateCode' : 'stateName' }];
  });
}

/** Between `Belarus` and its `(370)` stand no more characters than this. */
const PAIR_GAP = 4;

function isBeside(a: StateMention | undefined, b: StateMention | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind !== b.kind && b.start - a.end <= PAIR_GAP;
}

/** In order; of two that overlap, the one that begins first, and of those the longer one. */
function withoutOverlaps(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let end = 0;
  for (const token of tokens.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.start < end || token.start === token.end) continue;
    kept.push(token);
    ({ end } = token);
  }
  return kept;
}

/** Cuts the parts out of the stretches that they lie in; both in order. */
function* overlay(stretches: readonly Token[], parts: readonly Token[]): Generator<Token> {
  let next = 0;
  let at = 0;
  for (const stretch of stretches) {
    for (let part = parts[next]; part && part.start < stretch.end; part = parts[++next]) {
      const from = Math.max(at, stretch.start);
      if (from < part.start) yield { ...stretch, start: from, end: part.start };
      yield part;
      at = part.end;
    }
    const from = Math.max(at, stretch.start);
    if (from < stretch.end) yield { ...stretch, start: from };
  }
  yield* parts.slice(next);
}
