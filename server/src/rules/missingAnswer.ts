import type { Answer, Sheet } from '../answers';
import { NOTHING } from './found';
import { firstLineOf, writeAnswer } from './sheetEdits';
import { isWhole } from './skeleton';
import type { AnswerRule, Fix, Found } from './types';

/** A required question without an answer. */
export const missingAnswer: AnswerRule = {
  id: 'missing-answer',
  severity: 'warning',
  kind: 'any',
  checkAnswer(answer, sheet) {
    if (answer.isGiven || !answer.question.required) return NOTHING;
    if (!isWhole(sheet) && !lackingIn(sheet).has(answer)) return NOTHING;
    return [finding(sheet, answer)];
  },
};

const lacking = new WeakMap<Sheet, ReadonlySet<Answer>>();

/**
 * Of each question that is nowhere answered, the first place: a doubled one with one answer is a doubled
 * question, not a missing answer; with none it lacks one.
 */
function lackingIn(sheet: Sheet): ReadonlySet<Answer> {
  let found = lacking.get(sheet);
  if (!found) {
    const firsts = new Map<number, Answer>();
    for (const answer of sheet.answers) {
      const { number } = answer.question;
      if (answer.isGiven || !firsts.has(number)) firsts.set(number, answer);
    }
    found = new Set(firsts.values());
    lacking.set(sheet, found);
  }
  return found;
}

function finding(sheet: Sheet, answer: Answer): Found {
  const { question, text } = answer;
  const says = text === '' ? 'has no answer' : `is answered by “${text}” alone`;
  const { start, end } = text === '' ? firstLineOf(sheet, answer.node) : answer;
  return {
    start,
    end,
    message: `Question ${question.number} (${question.label}) ${says}.`,
    ofWholeAnswer: true,
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
