import { filled, forCoder, type Derivation, type Outcome } from '../derivation';
import { isSettled, type SheetFacts } from '../sheetFacts';
import { yesOrNo, type YesOrNo } from '../yesNo';

/** A Yes is 1 and a No is 0, unless given otherwise. */
export function binary(
  variable: string,
  question: number,
  values: Readonly<Record<YesOrNo, number>> = { yes: 1, no: 0 },
): Derivation {
  return {
    variable,
    questions: [question],
    how: `Yes is ${values.yes}, No is ${values.no}. A description alone counts as Yes where it denies and doubts nothing.`,
    staysBlank: 'The answer is missing, `NA`, doubtful, or says both.',
    derive: facts => {
      const said = yesOrNo(facts, question);
      return isSettled(said) ? filled(values[said.is]) : forCoder(said.unsettled);
    },
  };
}

/**
 * A variable whose categories only ATOP's codebook tells apart: No is 0, and a Yes is for a coder.
 * With several questions, all of them have to be answered No.
 */
export function noneUnlessYes(variable: string, ...questions: readonly number[]): Derivation {
  const several = questions.length > 1;
  return {
    variable,
    questions,
    how: several ? 'No to all of them is 0.' : 'No is 0.',
    staysBlank: several
      ? 'Any of them is answered Yes, as several codes are published for that, or has no certain answer.'
      : 'The answer is Yes, as several codes are published for that, or it is missing, `NA`, doubtful, or says both.',
    derive: facts => noneIfAllNo(facts, questions),
  };
}

function noneIfAllNo(facts: SheetFacts, questions: readonly number[]): Outcome {
  const answers = questions.map(question => ({ question, said: yesOrNo(facts, question) }));
  const yes = answers.flatMap(({ question, said }) =>
    isSettled(said) && said.is === 'yes' ? [question] : [],
  );
  if (yes.length > 0) {
    const reason = `${listOfQuestions(yes)} answered Yes; which of ATOP’s codes applies is for a coder to decide.`;
    return forCoder(reason, yes[0]);
  }
  for (const { question, said } of answers) if (!isSettled(said)) return forCoder(said.unsettled, question);
  return filled(0);
}

/** `Question 8 is`, `Questions 44 and 48 are`. */
function listOfQuestions(questions: readonly number[]): string {
  if (questions.length === 1) return `Question ${questions.join()} is`;
  return `Questions ${questions.slice(0, -1).join(', ')} and ${questions.at(-1) ?? ''} are`;
}
