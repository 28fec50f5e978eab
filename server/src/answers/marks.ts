import { foldedCode } from '../syntax/words';

/** `NA`, `N/A`, `none`, `not applicable`: an answer that says there is nothing to answer. */
const NOT_APPLICABLE =
  /^\W*(?:n\s?[/.]?\s?a|n\.\s?d|none|nothing|nil|(?:date\s+)?(?:not\s+(?:applicable|available|known|coded|given|stated|specified|found|dated)|unknown|unclear|unspecified)|undated|no\s+(?:date|information)(?:\s+(?:given|known|found|available))?)\W*$/i;

export function isNotApplicable(text: string): boolean {
  return text.length <= 40 && NOT_APPLICABLE.test(text);
}

/** An answer holds a letter or a digit; `?` or `—` alone answers nothing. */
export function saysSomething(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every answer begins with a plain letter or digit.
  return (first < 128 && foldedCode(first) !== 0) || /[\p{L}\p{N}]/u.test(text);
}
