import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Question } from '../instrument';
import { beginningOf, leadFor, type AnswerRoom } from './answerRoom';
import { asSnippet, type Offer, type Offers } from './completionItems';

/** Questions that every treaty answers: when it was signed, and what it obliges its partners to. */
const NEVER_NOTHING: ReadonlySet<number> = new Set([3, 18]);

/** The whole answers that coders often give, the likeliest first. */
function usualAnswers({ number, kind, inline }: Question): readonly string[] {
  if (kind === 'cow-alliance') return ['NA'];
  if (inline || NEVER_NOTHING.has(number)) return [];
  if (number === 13) return ['None', 'NA'];
  return number === 14 ? ['Still in effect', 'NA', 'None'] : ['NA', 'None'];
}

/** `NA`, `None` and the like, at the beginning of an answer of words or dates. */
export function usualOffers(room: AnswerRoom): Offers[] {
  const span = beginningOf(room);
  if (!span) return [];
  const typed = lettersOf(room.sheet.text.slice(span.start, room.offset));
  const isUnfinished = room.answer.start === room.answer.end || typed !== '';
  const found = usualAnswers(room.answer.question).filter(usual => lettersOf(usual).startsWith(typed));
  if (!isUnfinished || found.length === 0) return [];
  const lead = leadFor(room, span);
  return [
    {
      span,
      offers: found.map(usual => ({ label: usual, newText: lead + usual, kind: CompletionItemKind.Keyword })),
    },
  ];
}

/** `N/A` and `na` begin as `NA` does. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The two words with which a Yes/No answer begins, and a whole answer to fill in; never further on. */
export function yesNoOffers(room: AnswerRoom, snippetSupport: boolean, instrument: string): Offers[] {
  const { answer, sheet, offset } = room;
  const span = beginningOf(room);
  if (!span || answer.reading.kind !== 'yes-no') return [];
  const { word, meant, description } = answer.reading;
  const typed = sheet.text.slice(span.start, offset).toLowerCase();
  const isEmpty = answer.start === answer.end;
  // At its end a word that is complete is taken for what was meant: `No` must not offer `Yes`.
  const isInWord = word !== undefined && offset < word.end;
  const isMeant = (value: 'yes' | 'no'): boolean =>
    isEmpty || isInWord || meant === value || (typed !== '' && value.startsWith(typed));

  const lead = leadFor(room, span);
  const data = { of: 'help', instrument, question: answer.question.number } as const;
  const hasNoMore = isEmpty || description.start === description.end || word === undefined;
  return forms(answer.question)
    .filter(({ value, isSnippet }) => isMeant(value) && (!isSnippet || (snippetSupport && hasNoMore)))
    .map(({ label, newText, isSnippet }): Offers => {
      const offer: Offer = { label, newText: lead + newText, kind: CompletionItemKind.Keyword, data };
      const end = newText.endsWith(' ') ? pastStop(sheet.text, span.end, answer.end) : span.end;
      return {
        span: { start: span.start, end },
        offers: [isSnippet ? asWholeAnswer(offer, lead, newText) : offer],
      };
    });
}

function asWholeAnswer(offer: Offer, lead: string, snippet: string): Offer {
  return {
    ...offer,
    newText: asSnippet(lead) + snippet,
    kind: CompletionItemKind.Snippet,
    detail: 'A whole answer to fill in',
    isSnippet: true,
  };
}

interface Form {
  readonly value: 'yes' | 'no';
  readonly label: string;
  readonly newText: string;
  readonly isSnippet?: boolean;
}

/** No before Yes, as most answers are No. The one that the question asks to be described ends in a blank. */
function forms({ describe }: Question): readonly Form[] {
  if (describe === 'no') {
    return [
      { value: 'no', label: 'No', newText: 'No. ' },
      { value: 'yes', label: 'Yes', newText: 'Yes' },
      { value: 'no', label: 'No. …', newText: 'No. ${1:what differs}', isSnippet: true },
    ];
  }
  return [
    { value: 'no', label: 'No', newText: 'No' },
    { value: 'yes', label: 'Yes', newText: 'Yes. ' },
    {
      value: 'yes',
      label: 'Yes. Article …: “…”',
      newText: 'Yes. Article ${1:number}: “${2:what it provides}”',
      isSnippet: true,
    },
  ];
}

/** After the full stop and the blank that follow the word already. */
function pastStop(text: string, from: number, limit: number): number {
  return from + (/^[.,:;]?[ \t]*/.exec(text.slice(from, Math.min(limit, from + 10)))?.[0].length ?? 0);
}
