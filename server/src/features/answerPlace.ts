import type { Answer } from '../answers';
import { isLineEnd } from '../syntax';

/**
 * Where the answer to a question is written, as an offset: where it begins, if there is one; at the end
 * of the printed text for a question that is answered on its own line; else on the blank line below,
 * and where there is none, at the end of the printed text as well.
 */
export function answerPlace(text: string, { question, node, start, end }: Answer): number {
  if (start < end) return start;
  const { end: printedEnd } = node.printed;
  const restOfLine = blankUntil(text, printedEnd, node.end);
  if (question.inline || !isLineEnd(text.charCodeAt(restOfLine)))
    return afterBlank(text, printedEnd, node.end);
  const isPair = text.startsWith('\r\n', restOfLine);
  const nextLine = restOfLine + (isPair ? 2 : 1);
  const behindBlanks = blankUntil(text, nextLine, node.end);
  const isBlankLine = behindBlanks === text.length || isLineEnd(text.charCodeAt(behindBlanks));
  const isOwn = nextLine < node.end || nextLine === text.length;
  return isOwn && isBlankLine ? nextLine : printedEnd;
}

/** After the one blank that parts the printed text from an answer on the same line. */
function afterBlank(text: string, printedEnd: number, limit: number): number {
  return printedEnd < limit && text[printedEnd] === ' ' ? printedEnd + 1 : printedEnd;
}

function blankUntil(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}
