import type { Answer, Sheet } from '../answers';
import { firstLineOf, writeAnswer } from './sheetEdits';
import { isWhole } from './skeleton';
import type { Finding, Fix, Rule } from './types';

/** A required question without an answer. */
export const missingAnswer: Rule = {
  id: 'missing-answer',
  severity: 'warning',
  *check(sheet) {
    // A doubled question with one answer is a doubled question, not a missing answer; with none it lacks one.
    const answered = isWhole(sheet) ? undefined : answeredQuestions(sheet);
    for (const answer of sheet.answers.filter(({ isGiven, question }) => !isGiven && question.required)) {
      const { number } = answer.question;
      if (answered?.has(number) === true) continue;
      answered?.add(number);
      yield finding(sheet, answer);
    }
  },
};

function answeredQuestions(sheet: Sheet): Set<number> {
  return new Set(sheet.answers.filter(answer => answer.isGiven).map(answer => answer.question.number));
}

function finding(sheet: Sheet, answer: Answer): Omit<Finding, 'rule'> {
  const { question, text } = answer;
  const says = text === '' ? 'has no answer' : `is answered by “${text}” alone`;
  return {
    ...(text === '' ? firstLineOf(sheet, answer.node) : { start: answer.start, end: answer.end }),
    message: `Question ${question.number} (${question.label}) ${says}.`,
    fixes: () => usualAnswers(answer).map(usual => fixWith(sheet, answer, usual)),
  };
}

interface UsualAnswer {
  readonly text: string;
  readonly snippet?: string;
}

const DESCRIBED: UsualAnswer = {
  text: 'Yes. Article number: “what it provides”',
  snippet: 'Yes. Article ${1:number}: “${2:what it provides}”',
};

function usualAnswers({ question }: Answer): readonly UsualAnswer[] {
  switch (question.kind) {
    case 'yes-no':
      return question.describe === 'no'
        ? [{ text: 'Yes' }, { text: 'No. what differs', snippet: 'No. ${1:what differs}' }]
        : [{ text: 'No' }, DESCRIBED];
    case 'values':
      return (question.values ?? []).map(value => ({ text: value.text }));
    case 'cow-alliance':
      return [{ text: 'NA' }];
    case 'dates':
    case 'text':
      return [{ text: 'NA' }, { text: 'None' }];
    case 'atop-id':
    case 'members':
      return [];
  }
}

function fixWith(sheet: Sheet, answer: Answer, { text, snippet }: UsualAnswer): Fix {
  const change = writeAnswer(sheet, answer, text);
  return {
    title:
      snippet === undefined
        ? `Answer “${text}”`
        : `Answer “${text.slice(0, text.indexOf(' ') - 1)}” and describe it`,
    changes: [change],
    ...(snippet !== undefined && { snippet: change.newText.slice(0, -text.length) + snippet }),
  };
}
