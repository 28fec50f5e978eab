import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { atopInstrument, questionByNumber } from '../instrument';
import { stateByCode } from '../reference';
import { answerRoomAt, type AnswerRoom } from './answerRoom';
import { dateOffers } from './completionDates';
import {
  completionItems,
  type CompletionOptions,
  type CompletionPlace,
  type Offers,
} from './completionItems';
import { missingQuestionOffers, newSheetOffers } from './completionQuestions';
import { memberOffers, mentionOffers } from './completionStates';
import { usualOffers, yesNoOffers } from './completionUsual';
import { valueOffers } from './completionValues';
import { escapeMarkdown, markdown } from './markdown';
import { helpParagraphs, questionParagraphs } from './questionText';
import type { SheetDocument } from './sheetDocument';
import { stateParagraphs } from './stateText';

export type { CompletionOptions } from './completionItems';

/**
 * Characters that editors should ask for completions at: digits, of which codes, dates and question
 * numbers are made, as editors by themselves only ask at letters; and the full stop of `13.`.
 */
export const COMPLETION_TRIGGERS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'];

/**
 * What can be written at a position: states by code, abbreviation or name, the values of a question, Yes
 * and No, dates, the usual short answers, a missing question, a whole sheet. The list is always made for
 * what was typed so far, so it is incomplete in LSP's sense.
 */
export function complete(
  sheetDocument: SheetDocument,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const offset = sheetDocument.document.offsetAt(position);
  const place = { sheetDocument, offset, options };
  const items = completionItems(
    place,
    offersAt(place).filter(({ span }) => isWelcome(place, span.start)),
  );
  return { isIncomplete: items.length > 0, items };
}

/** A list that comes up by itself after a blank or a line end would take the next Enter for a choice. */
function isWelcome({ offset, options: { trigger } }: CompletionPlace, start: number): boolean {
  return trigger?.trim() !== '' || start < offset;
}

function offersAt(place: CompletionPlace): readonly Offers[] {
  const newSheet = newSheetOffers(place);
  if (newSheet) return [newSheet];
  const { sheet } = place.sheetDocument;
  const room = answerRoomAt(sheet, place.offset);
  const answers = room ? answerOffers(room, place.options) : [];
  const questions = missingQuestionOffers(place);
  if (!questions) return answers;
  const isNumbered = /[.)]$/.test(sheet.text.slice(questions.span.start, questions.span.end));
  return isNumbered ? [questions, ...answers] : [...answers, questions];
}

function answerOffers(room: AnswerRoom, options: CompletionOptions): readonly Offers[] {
  const { question } = room.answer;
  const instrument = room.sheet.instrument.id;
  switch (question.kind) {
    case 'members':
      return memberOffers(room);
    case 'values':
      return valueOffers(room, instrument);
    case 'yes-no':
      return [
        ...yesNoOffers(room, options.snippetSupport, instrument),
        ...(question.states ? mentionOffers(room) : []),
      ];
    case 'dates':
      return dateOffers(room, options.today);
    case 'cow-alliance':
    case 'text':
      return usualOffers(room);
    case 'atop-id':
      return [];
  }
}

/** The item with its documentation; an item that is not from here, or no longer known, as it is. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const paragraphs = documentationOf(item.data);
  return paragraphs.length > 0 ? { ...item, documentation: markdown(...paragraphs) } : item;
}

/** The data come back from the editor, so nothing about them is taken for granted. */
function documentationOf(data: unknown): readonly string[] {
  const { of, code, instrument, question: number, value } = fieldsOf(data);
  if (of === 'state') {
    const state = typeof code === 'number' ? stateByCode(code) : undefined;
    return state ? stateParagraphs(state) : [];
  }
  if (instrument !== atopInstrument.id || typeof number !== 'number') return [];
  const question = questionByNumber(atopInstrument, number);
  if (!question) return [];
  switch (of) {
    case 'question':
      return questionParagraphs(question);
    case 'help':
      return helpParagraphs(question);
    case 'value':
      return (question.values ?? [])
        .filter(({ text }) => text === value)
        .map(({ help }) => escapeMarkdown(help));
    default:
      return [];
  }
}

function fieldsOf(data: unknown): Readonly<Record<keyof Fields, unknown>> {
  return { ...NO_FIELDS, ...(typeof data === 'object' ? data : undefined) };
}

type Fields = typeof NO_FIELDS;
const NO_FIELDS = {
  of: undefined,
  code: undefined,
  instrument: undefined,
  question: undefined,
  value: undefined,
};
