import { printHeading, printQuestion, type Instrument, type Question } from '../instrument';

/**
 * A sheet without answers, as published sheets are laid out: each question wrapped, room for its answer
 * beside it or on the line below, and a blank line before the next.
 */
export function blankSheet(instrument: Instrument, eol: string): string {
  return instrument.sections
    .map(section => {
      const questions = section.questions.map(
        question => printQuestion(question, eol) + answerRoom(question, eol),
      );
      return printHeading(section) + eol + eol + questions.join('');
    })
    .join('');
}

/** What follows a question in a blank sheet, up to the next one. */
function answerRoom(question: Question, eol: string): string {
  return question.inline ? ` ${eol}${eol}` : eol + eol + eol;
}
